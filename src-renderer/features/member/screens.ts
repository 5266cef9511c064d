// What the shell shows to a member, in one part of the code that is read when it is wanted.
export { HomeScreen } from './home-screen.tsx';
export { WorkbookShell } from './workbook-shell.tsx';
