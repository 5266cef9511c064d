// What the shell shows of packs, in one part of the code that is read when it is wanted.
export { OwnPackScreen } from './own-pack-screen.tsx';
export { PacksScreen } from './packs-screen.tsx';
