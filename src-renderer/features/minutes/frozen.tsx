import { useContext, useMemo, type ReactNode } from 'react';
import { DocumentControlsContext } from '../../client/document-context.tsx';

/** Fields inside take no changes while `when`; what stands in them can still be read and copied. */
export const Frozen = ({ when, children }: { readonly when: boolean; readonly children: ReactNode }) => {
  const controls = useContext(DocumentControlsContext);
  const value = useMemo(
    () =>
      when && controls?.standing.readOnly === null
        ? { ...controls, standing: { ...controls.standing, readOnly: { code: 'session.minutesLocked', details: {} } } }
        : controls,
    [when, controls],
  );
  return <DocumentControlsContext value={value}>{children}</DocumentControlsContext>;
};
