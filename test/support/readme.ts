import { readFileSync } from 'node:fs';

export const READMES = ['README.md', 'README.zh-CN.md'] as const;

export interface CodeBlock {
  language: string;
  code: string;
}

export function readReadme(name: string): { text: string; blocks: CodeBlock[] } {
  const text = readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
  const blocks = [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language, code]) => ({
    language: language!,
    code: code!,
  }));
  return { text, blocks };
}

/** The parts of a curl command of ours, so that no curl is needed to run it. */
export function parseCurl(command: string): { url: string; init: RequestInit } {
  const [, method, url, header, body] =
    /^curl -X (\w+) (\S+) -H '([^']+)' -d '([^']+)'$/.exec(command.trim()) ?? [];
  if (!method || !url || !header || !body) throw new Error(`not a curl command: ${command}`);
  const [name, value] = header.split(': ') as [string, string];
  return { url, init: { method, headers: { [name]: value }, body } };
}
