// What the shell shows of the data folder and its backups, in one part of the code that is read when it is wanted.
export { BackupScreen } from './backup-screen.tsx';
export { DamageScreen } from './damage-screen.tsx';
export { StorageScreen } from './storage-screen.tsx';
