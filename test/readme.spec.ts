import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { READMES, readReadme } from './support/readme.js';

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
  it('hold code that compiles', { timeout: 30_000 }, () => {
    const sources = new Map<string, string>();
    for (const name of READMES) {
      const blocks = readReadme(name).blocks.filter(({ language }) => language === 'ts');
      expect(blocks.length).toBeGreaterThan(7);
      blocks.forEach(({ code }, i) => sources.set(`${root}test/${name}.${i}.ts`, code));
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
  });

  it.each(READMES)('begin with the two commands: %s', (name) => {
    const [start, test] = readReadme(name).blocks;
    expect(start!.code).toBe('npm ci && npm start\n');
    expect(test!.code).toBe('npm ci && npm test\n');
    expect(scripts).toHaveProperty('start');
    expect(scripts).toHaveProperty('test');
  });

  it.each(READMES)('list every option and variable: %s', (name) => {
    const { text } = readReadme(name);
    const classes = ['client/aliyun-client', 'aliyun/aliyun-sms', 'registry/sms-root'];
    const options = classes.map((file) => readFileSync(`${root}lib/${file}.config.ts`, 'utf8'));
    const names = options.flatMap((source) =>
      [...source.matchAll(/^ {2}(\w+)\?: /gm)].map(([, option]) => option!),
    );
    const config = readFileSync(`${root}lib/config/environment.ts`, 'utf8');
    const variables = [...config.matchAll(/'(ALI\w+)'/g)].map(([, variable]) => variable!);
    expect(names.length + variables.length).toBeGreaterThan(15);
    for (const word of [...names, ...variables]) expect(text).toContain(`\`${word}\``);
  });
});
