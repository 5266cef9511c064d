import { nodePorts } from '#main/hosting/node-ports.ts';
import { createProgram } from '#main/hosting/program.ts';
import { sourceLayout } from '#main/hosting/program-layout.ts';
import { startLoopback, type Loopback, type LoopbackOptions } from './server.ts';

export type HostOptions = Pick<LoopbackOptions, 'port' | 'token' | 'pages'> & {
  readonly dataDir: string;
  /** Takes log lines that the disk doesn't. */
  readonly fallbackLog: (line: string) => void;
};

/** The whole program for a browser: back end and server. The back end starts with the first page that is loaded. */
export const startLoopbackHost = async ({ dataDir, fallbackLog, ...server }: HostOptions): Promise<Loopback> => {
  const ports = nodePorts('loopback', dataDir, fallbackLog);
  const program = createProgram(ports);
  const loopback = await startLoopback({ ...server, program, bundleDir: sourceLayout().bundleDir, log: ports.log });
  return {
    ...loopback,
    close: async () => {
      await loopback.close();
      await program.close();
    },
  };
};
