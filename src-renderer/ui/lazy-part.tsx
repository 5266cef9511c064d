import { lazy, Suspense, type ComponentType, type LazyExoticComponent, type ReactNode } from 'react';

/**
 * A part of the screen whose code is read when it is first shown, so that the first screen comes sooner. Where it can't be read the error
 * boundary around it says so, and its way on tries anew.
 *
 * @param waiting stands in its place until then.
 */
export const lazyPart = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: ReactNode,
): ComponentType<Props> => {
  const fresh = (): LazyExoticComponent<ComponentType<Props>> =>
    lazy(async () => {
      try {
        return { default: await load() };
      } catch (error) {
        // React keeps a refusal for ever.
        part = fresh();
        throw error;
      }
    });
  let part = fresh();
  const LazyPart = (props: Props) => {
    const Part = part;
    return (
      <Suspense fallback={waiting}>
        <Part {...props} />
      </Suspense>
    );
  };
  return LazyPart;
};
