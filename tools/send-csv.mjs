// `npm run send:csv -- <file.csv> --template SMS_...`: builds the sample and runs its bulk command.
import { buildSample } from './build-sample.mjs';

await buildSample();
await import('../build/sample/send-csv/main.js');
