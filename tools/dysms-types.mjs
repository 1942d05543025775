// Writes lib/client/dysms/: the operations of Aliyun's SMS API, their requests and their responses as plain types.
// They are read from the declarations of Aliyun's SDK, which we do not hand on: an application under pnpm
// cannot name types of a package that it has not installed, and with `skipLibCheck: false` they do not compile,
// since the SDK does not bring the types of `ws`. `--check` writes nothing and fails where the files are out of date.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, 'lib/client/dysms');
const sdk = dirname(createRequire(import.meta.url).resolve('@alicloud/dysmsapi20170525'));

// An operation belongs to the first subject that its name matches.
const SUBJECTS = [
  ['rcs-query', /^(query|get).*(RCS|Rcs)/],
  ['rcs', /RCS|Rcs/],
  ['card-query', /^(query|get|check).*Card/],
  ['card', /Card/],
  ['digital', /Digital|MediaResource|OSSInfoForUploadFile/],
  ['short-url', /ShortUrl/],
  ['qualification-query', /^(query|get).*(Qualification|OcrOss)/],
  ['qualification', /Qualification|PhoneCode/],
  ['proof', /AuthorizationLetter|Trademark|Icp/],
  ['sign-query', /^(query|get).*Sign/],
  ['sign', /Sign/],
  ['template-query', /^(query|get).*Template/],
  ['template', /Template/],
  ['send', /^(send|query)(Batch)?(Sms|Send)/],
  ['other', /./],
];

const HEAD =
  '// Written by npm run dysms:write, from the declarations of @alicloud/dysmsapi20170525.\n';

const titleOf = (subject) =>
  subject
    .split('-')
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join('') + 'Operations';

const parse = (file, text) => ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
const nameOf = (node) => node.name?.getText();

/** Name of a model -> its declaration, in the file that holds it together with its inner ones. */
async function readModels() {
  const models = new Map();
  const index = parse('model.ts', await readFile(join(sdk, 'models/model.d.ts'), 'utf8'));
  const files = new Set(index.statements.map((each) => each.moduleSpecifier.text));
  for (const file of files) {
    const source = parse(file, await readFile(join(sdk, 'models', `${file}.d.ts`), 'utf8'));
    for (const model of source.statements.filter(ts.isClassDeclaration)) {
      models.set(nameOf(model), model);
    }
  }
  return models;
}

async function readOperations() {
  const source = parse('client.ts', await readFile(join(sdk, 'client.d.ts'), 'utf8'));
  const client = source.statements.find(ts.isClassDeclaration);
  return client.members
    .filter(ts.isMethodDeclaration)
    .filter(({ type }) => type.getText().startsWith('Promise<$_model.'))
    .map((method) => ({
      name: nameOf(method),
      request: method.parameters
        .map(({ type }) => type.getText())
        .find((type) => type.startsWith('$_model.')),
      response: /^Promise<\$_model\.(\w+)>$/.exec(method.type.getText())[1],
      replacement: ts
        .getJSDocTags(method)
        .filter(({ tagName }) => tagName.text === 'deprecated')
        .map(({ comment }) => /::(\w+) instead/.exec(comment)?.[1]),
    }))
    .filter(({ name }) => !name.endsWith('WithOptions'));
}

const lowerFirst = (text) => text[0].toLowerCase() + text.slice(1);

function operationText({ name, request, response, replacement }) {
  const action = name[0].toUpperCase() + name.slice(1);
  const page = `https://api.aliyun.com/document/Dysmsapi/2017-05-25/${action}`;
  const deprecated = replacement.map((action) =>
    action ? ` @deprecated Use ${lowerFirst(action)}.` : ' @deprecated',
  );
  const parameter = request ? `request: ${request.replace('$_model.', '')}` : '';
  const both = [parameter, 'runtime?: DysmsRuntimeOptions'].filter(Boolean).join(', ');
  return `/** ${page}${deprecated.join('')} */
    ${name}(${parameter}): Promise<${response}>;
${deprecated.length ? `    /**${deprecated.join('')} */\n` : ''}    ${name}WithOptions(${both}): Promise<${response}>;`;
}

/** An interface that a plain object fits, and an object of the SDK's class. */
function modelText(name, model, isRequest) {
  const fields = model.members.filter(ts.isPropertyDeclaration).map((field) => {
    const type = field.type
      .getText()
      .replace(/\{\s*\[key: string\]: any;?\s*\}/g, 'Record<string, unknown>');
    if (/\bany\b/.test(type)) throw new Error(`${name}.${nameOf(field)} is ${type}`);
    return `${nameOf(field)}?: ${type}${isRequest ? ' | undefined' : ''};`;
  });
  return `export interface ${name} {${fields.join('\n')}}`;
}

function subjectText(subject, operations, models) {
  const parts = [];
  for (const { request, response } of operations) {
    for (const root of [request?.replace('$_model.', ''), response]) {
      if (!root) continue;
      const own = [...models].filter(([name]) => name.startsWith(root) && !/Shrink/.test(name));
      // The inner models first, as in the SDK's own files.
      for (const [name, model] of own) {
        if (name === response) {
          const body = `${response}Body`;
          parts.push(`export type ${name} = DysmsResponse<${body}>;`);
        } else parts.push(modelText(name, model, root !== response));
      }
    }
  }
  return `${HEAD}import type { DysmsResponse, DysmsRuntimeOptions } from './dysms-call.js';

export interface ${titleOf(subject)} {${operations.map(operationText).join('\n\n')}}

${[...new Set(parts)].join('\n\n')}
`;
}

function indexText(subjects) {
  return `${HEAD}${subjects
    .map((each) => `import type { ${titleOf(each)} } from './${each}.operations.js';`)
    .join('\n')}

export type * from './dysms-call.js';
${subjects.map((each) => `export type * from './${each}.operations.js';`).join('\n')}

/**
 * Every operation of Aliyun's SMS API under the name that the official client gives it. A request is a plain object,
 * or an object of the SDK's class.
 */
export interface DysmsOperations extends ${subjects.map(titleOf).join(', ')} {}
`;
}

const models = await readModels();
const operations = await readOperations();
const files = new Map();
for (const [subject] of SUBJECTS) {
  const own = operations.filter(
    ({ name }) => SUBJECTS.find(([, of]) => of.test(name))[0] === subject,
  );
  files.set(`${subject}.operations.ts`, subjectText(subject, own, models));
}

files.set('index.ts', indexText(SUBJECTS.map(([subject]) => subject)));

const config = await resolveConfig(join(target, 'index.ts'));
const stale = [];
await mkdir(target, { recursive: true });
for (const [file, text] of files) {
  const path = join(target, file);
  const wanted = await format(text, { ...config, parser: 'typescript' });
  if (wanted.split('\n').length > 250) throw new Error(`${file} is too long: divide its subject`);
  if ((await readFile(path, 'utf8').catch(() => '')) === wanted) continue;
  if (process.argv.includes('--check')) stale.push(file);
  else await writeFile(path, wanted);
}
if (stale.length) {
  console.error(`lib/client/dysms/ is out of date (${stale.join(', ')}): npm run dysms:write`);
  process.exitCode = 1;
}
