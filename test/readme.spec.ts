import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AliyunSmsConfig, FailoverSmsConfig } from 'nestjs-aliyun-sms';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { SmsRootConfig } from '../lib/registry/sms-root.config.js';
import { configFieldsOf } from '../lib/schema/config-field.decorator.js';
import { readmeParts, withParts } from '../tools/docs-parts.mjs';
import { READMES, readReadme } from './support/readme.js';

const MANUALS = ['docs/emulator.md', 'docs/emulator.zh-CN.md'];
const root = fileURLToPath(new URL('..', import.meta.url));
const scripts = (
  JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: Record<string, string> }
).scripts;

/** Compiles code blocks as files of this project, all of them in one program. */
function diagnosticsOf(sources: Map<string, string>): string[] {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => sources.has(path) || disk.fileExists(path),
    readFile: (path) => sources.get(path) ?? disk.readFile(path),
    getSourceFile: (path, version) => {
      const source = sources.get(path);
      return source === undefined
        ? disk.getSourceFile(path, version)
        : ts.createSourceFile(path, source, version);
    },
  };
  const program = ts.createProgram([...sources.keys()], options, host);
  return [...sources.keys()].flatMap((path) => {
    const file = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
  });
}

describe('the README files', () => {
  it.each([
    ['ES modules', 'ts'],
    ['CommonJS', 'cts'],
  ])('hold code that compiles as %s', { timeout: 120_000 }, (_, extension) => {
    const sources = new Map<string, string>();
    for (const name of [...READMES, ...MANUALS]) {
      const blocks = readReadme(name).blocks.filter(({ language }) => language === 'ts');
      expect(blocks.length).toBeGreaterThan(MANUALS.includes(name) ? 2 : 7);
      const file = name.replace('/', '.');
      blocks.forEach(({ code }, i) => sources.set(`${root}test/${file}.${i}.${extension}`, code));
    }
    expect(diagnosticsOf(sources)).toEqual([]);
  });

  it('say the same in both languages', () => {
    const [english, chinese] = READMES.map((name) =>
      readReadme(name).blocks.map(({ code }) => code.replace(/^\s*\/\/.*\n/gm, '')),
    );
    expect(chinese).toEqual(english);
    const headings = READMES.map((name) => readReadme(name).text.match(/^#+ /gm));
    expect(headings[0]).toEqual(headings[1]);
    const [manual, manualInChinese] = MANUALS.map((name) =>
      readReadme(name).blocks.map(({ code }) => code.replace(/ *\/\/.*$/gm, '')),
    );
    expect(manualInChinese).toEqual(manual);
  });

  it.each(READMES)('begin with the two commands: %s', (name) => {
    const [start, test] = readReadme(name).blocks;
    expect(start!.code).toBe('npm ci && npm start\n');
    expect(test!.code).toBe('npm ci && npm test\n');
    expect(scripts).toHaveProperty('start');
    expect(scripts).toHaveProperty('test');
  });

  it.each([
    ['README.md', 'en'],
    ['README.zh-CN.md', 'zh'],
  ] as const)('have the tables of options that the code makes: %s', async (name, language) => {
    const { text } = readReadme(name);
    const code = { AliyunSmsConfig, SmsRootConfig, FailoverSmsConfig, configFieldsOf };
    expect(text, 'run npm run docs:write').toBe(await withParts(text, readmeParts(code, language)));
  });

  it.each(READMES)('list every variable of the environment: %s', (name) => {
    const { text } = readReadme(name);
    const config = readFileSync(`${root}lib/config/environment.ts`, 'utf8');
    const variables = [...config.matchAll(/'(ALI\w+)'/g)].map(([, variable]) => variable!);
    expect(variables.length).toBeGreaterThan(5);
    for (const word of variables) expect(text).toContain(`\`${word}\``);
  });

  it('describe every option of the classes', () => {
    const classes = ['client/aliyun-client', 'aliyun/aliyun-sms', 'registry/sms-root'];
    const sources = classes.map((file) => readFileSync(`${root}lib/${file}.config.ts`, 'utf8'));
    const declared = sources.flatMap((source) =>
      [...source.matchAll(/^ {2}(\w+)\?: /gm)].map(([, option]) => option!),
    );
    const described = [AliyunSmsConfig, SmsRootConfig].flatMap((each) => [
      ...configFieldsOf(each).keys(),
    ]);
    expect(described).toEqual(declared);
  });
});
