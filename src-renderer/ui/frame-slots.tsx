import { createContext, useContext, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** Where the frame lets a screen put its right column; null while there is no frame. */
export type FrameSlots = {
  readonly aside: HTMLElement | null;
  /** Counts the screens that fill the right column, so that the frame gives it room. */
  readonly claimAside: (width: AsideWidth) => () => void;
};
export type AsideWidth = 'help' | 'reading';

export const FrameSlotsContext = createContext<FrameSlots>({ aside: null, claimAside: () => () => undefined });

export const useFrameSlots = (): FrameSlots => useContext(FrameSlotsContext);

/** Children stand in the given place of the frame; nothing while the place isn't there. */
export const inSlot = (slot: HTMLElement | null, children: ReactNode): ReactNode =>
  slot === null ? null : createPortal(children, slot);
