// The public face of each entry, as docs/api/<entry>.api.md has it. `--write` takes what the build has as the
// new face; without it a difference is an error, so that every change of the face is seen in a review.
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';

const root = fileURLToPath(new URL('..', import.meta.url));
const { exports: entries } = createRequire(import.meta.url)('../package.json');
const write = process.argv.includes('--write');

await mkdir(`${root}docs/api`, { recursive: true });
for (const [entry, conditions] of Object.entries(entries)) {
  if (typeof conditions === 'string') continue;
  const name = entry === '.' ? 'index' : entry.slice(2);
  const config = ExtractorConfig.prepare({
    configObjectFullPath: `${root}api-extractor.json`,
    packageJsonFullPath: `${root}package.json`,
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: root + conditions.import.types.slice(2),
      compiler: { tsconfigFilePath: `${root}tsconfig.build.json` },
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: `${root}docs/api`,
        reportTempFolder: `${root}build/api`,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        // The report itself says what is reached and not exported, and which comment cannot be read.
        extractorMessageReporting: {
          default: { logLevel: ExtractorLogLevel.None },
          'ae-forgotten-export': { logLevel: ExtractorLogLevel.Warning, addToApiReportFile: true },
        },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
  });
  const { apiReportChanged, errorCount } = Extractor.invoke(config, {
    localBuild: write,
    messageCallback: (message) => {
      message.handled = true;
      if (message.logLevel === ExtractorLogLevel.Error) console.error(message.text);
    },
  });
  if (errorCount > 0) process.exitCode = 1;
  if (apiReportChanged && !write) {
    console.error(
      `The face of ${entry} differs from docs/api/${name}.api.md: npm run api:write, and look at the difference`,
    );
    process.exitCode = 1;
  }
}
