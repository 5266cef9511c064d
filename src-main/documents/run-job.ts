import type { Between, JobMessage, JobName, JobShapes } from './jobs.ts';

type Around = { readonly fontsDir: string; readonly between: Between };
type Doers = {
  readonly [Name in JobName]: (ask: JobShapes[Name]['ask'], around: Around) => Promise<JobShapes[Name]['answer']>;
};

// Each kind of work brings its libraries with it when it is first asked for: nobody waits for Word's to print a page.
const doers: Doers = {
  render: async ({ papers, options }, { fontsDir, between }) => {
    const { renderChecked } = await import('./pdf/checked.ts');
    return renderChecked(papers, options, fontsDir, between);
  },
  press: async (ask, around) => (await import('./press.ts')).press(ask, around),
  pressSet: async (ask, around) => (await import('./press.ts')).pressSet(ask, around),
  pressFinal: async (ask, around) => (await import('./press.ts')).pressFinal(ask, around),
  identify: async ({ p12, passphrase, at }) => {
    const { describeIdentity, openP12 } = await import('./signing/p12.ts');
    return describeIdentity(openP12(p12, passphrase), at);
  },
  sign: async ({ file, ...options }, { fontsDir }) => {
    const { signPdf } = await import('./signing/sign.ts');
    return { bytes: await signPdf(file, { ...options, fontsDir }) };
  },
  fields: async ({ file }) => {
    const [{ openForUpdate }, { signatureFields }] = await Promise.all([
      import('./signing/pdf-update.ts'),
      import('./signing/fields.ts'),
    ]);
    const pdf = openForUpdate(file);
    return pdf === null ? [] : signatureFields(pdf).map(({ name, signed }) => ({ name, signed }));
  },
  check: async ({ file, locked }) => (await import('./signing/check-signed-file.ts')).checkSignedFile(file, locked),
};

/** Does one piece of work in this thread. */
export function runJob<Name extends JobName>(
  { name, ask }: Pick<JobMessage<Name>, 'name' | 'ask'>,
  around: Around,
): Promise<JobShapes[Name]['answer']> {
  return doers[name](ask, around);
}
