// npm run -s hoidong -- <command>
import { cliMessages } from '#domain/text/messages/cli.ts';
import { defaultDataFolder } from '#main/hosting/data-folder.ts';
import { createLog } from '#main/hosting/log-file.ts';
import { chooseLanguage } from './language.ts';
import { runCommand } from './run-command.ts';

const out = (text: string): void => void process.stdout.write(text);
const err = (text: string): void => void process.stderr.write(text);
const words = process.argv.slice(2);

try {
  process.exitCode = await runCommand(words, process.env, { out, err });
} catch (error) {
  // A fault of the program: the person gets a number, the log the rest.
  const chosen = chooseLanguage(words, process.env);
  const number = createLog(defaultDataFolder(), err).error('command failed', error, { command: words[0] ?? null });
  err(`${cliMessages[chosen.ok ? chosen.language : 'vi'].fault(number)}\n`);
  process.exitCode = 1;
}
