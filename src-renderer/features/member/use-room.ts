import { useEffect, useState } from 'react';

const measure = (): number =>
  window.innerWidth / (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);

/** Width of the window in rem: how many letters' room there is at the chosen text size. */
export const useRoomInRem = (): number => {
  const [room, setRoom] = useState(measure);
  useEffect(() => {
    const update = (): void => setRoom(measure());
    window.addEventListener('resize', update);
    // The text size is an attribute of the root.
    const observer = new MutationObserver(update);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-text-size'] });
    update();
    return () => {
      window.removeEventListener('resize', update);
      observer.disconnect();
    };
  }, []);
  return room;
};
