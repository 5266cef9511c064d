import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Log, LogValues } from '#main/application/ports.ts';

const LARGEST = 1_000_000;

/** The folder of the logs inside a data folder. */
export const logFolder = (dataDir: string): string => path.join(dataDir, 'logs');

/**
 * A log in `<data>/logs/hoidong.log`, one JSON line an entry, with one older file kept beside it. Where it can't be written the entry goes to
 * `fallback`: a log must never be the reason that work stops.
 */
export const createLog = (dataDir: string, fallback: (line: string) => void): Log => {
  const file = path.join(logFolder(dataDir), 'hoidong.log');
  let wasThere = existsSync(dataDir);
  const write = (level: string, message: string, values: LogValues): void => {
    const line = `${JSON.stringify({ at: new Date().toISOString(), level, message, ...values })}\n`;
    try {
      wasThere ||= existsSync(dataDir);
      // Where the data folder was pulled out or renamed since, a new one in its place would keep it from coming back.
      if (!wasThere || existsSync(dataDir)) mkdirSync(path.dirname(file), { recursive: true });
      wasThere = true;
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) renameSync(file, `${file}.1`);
      appendFileSync(file, line);
    } catch {
      fallback(line);
    }
  };
  return {
    info: (message, values = {}) => write('info', message, values),
    warn: (message, values = {}) => write('warn', message, values),
    error: (message, fault, values = {}) => {
      const number = randomBytes(4).toString('hex');
      const stack = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
      write('error', message, { number, fault: stack, ...values });
      return number;
    },
  };
};
