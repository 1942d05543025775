import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, release, totalmem } from 'node:os';

const require = createRequire(import.meta.url);
const PACKAGES = ['@alicloud/dysmsapi20170525', '@alicloud/pop-core', 'undici', '@nestjs/core'];

/** What was measured, and on what. */
export function stamp(effort, rounds) {
  const [{ model }] = cpus();
  return {
    at: new Date().toISOString().slice(0, 19) + 'Z',
    effort,
    rounds,
    machine: {
      cpu: model.trim(),
      cores: cpus().length,
      memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
      system: `${process.platform} ${release()} ${process.arch}`,
      node: process.version,
    },
    versions: {
      'nestjs-aliyun-sms': versionIn(new URL('../package.json', import.meta.url)),
      ...Object.fromEntries(PACKAGES.map((name) => [name, versionOf(name)])),
    },
  };
}

function versionOf(name) {
  const main = require.resolve(name);
  const directory = main.slice(0, main.lastIndexOf(`/${name}/`) + name.length + 2);
  return versionIn(`${directory}package.json`);
}

function versionIn(path) {
  return JSON.parse(readFileSync(path, 'utf8')).version;
}
