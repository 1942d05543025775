import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplication, LoggerService } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { AliyunSmsModule, type AliyunSmsRootOptions, SmsExceptionFilter } from 'nestjs-aliyun-sms';
import { AliyunSmsConsoleModule, type AliyunSmsConsoleOptions } from 'nestjs-aliyun-sms/console';
import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { KEYS } from '../support/app.js';

export const ADAPTERS = [
  ['Express', () => new ExpressAdapter()],
  ['Fastify', () => new FastifyAdapter()],
] as const;

type Adapter = (typeof ADAPTERS)[number][1];

export interface ConsoleSettings {
  console?: AliyunSmsConsoleOptions;
  options?: Partial<AliyunSmsRootOptions>;
  prepare?: (app: INestApplication) => void;
  /** Gets what the application logs. */
  logger?: LoggerService;
  /** Where it listens. @default the loopback address, at any port */
  listen?: (app: INestApplication) => Promise<unknown>;
}

export interface ConsoleResponse {
  status: number;
  text: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- what the tests look for in it differs
  body: any;
}

/** An application with the console and element folders, whose instances talk to an emulator. */
export class ConsoleApp {
  root = '';
  origin = '';
  app: INestApplication | undefined;

  constructor(
    readonly emulator: AliyunSmsEmulator,
    readonly adapter: Adapter,
  ) {}

  async start(settings: ConsoleSettings = {}): Promise<void> {
    const { console, options, prepare, logger, listen = listenLocally } = settings;
    const module = await Test.createTestingModule({
      imports: [
        AliyunSmsModule.forRoot({
          ...KEYS,
          endpoint: this.emulator.url,
          logging: false,
          verifySign: '根',
          elementsDir: join(this.root, 'SMS'),
          ...options,
        }),
        AliyunSmsConsoleModule.forRoot(console),
      ],
    })
      .setLogger(logger ?? SILENT)
      .compile();
    this.app = module.createNestApplication(this.adapter(), { logger: logger ?? false });
    this.app.useGlobalFilters(new SmsExceptionFilter());
    prepare?.(this.app);
    await listen(this.app);
    const address = (this.app.getHttpServer() as { address(): AddressInfo | string }).address();
    if (typeof address === 'object') this.origin = `http://127.0.0.1:${address.port}`;
  }

  async ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ConsoleResponse> {
    const isRead = method === 'GET';
    const response = await fetch(`${this.origin}/console/api/${path}`, {
      method,
      headers: { ...(!isRead && { 'content-type': 'application/json' }), ...headers },
      ...(!isRead && {
        body:
          typeof body === 'string' || body instanceof Uint8Array
            ? (body as string | Uint8Array<ArrayBuffer>)
            : JSON.stringify(body ?? {}),
      }),
    });
    return parsed(response.status, await response.text());
  }

  /** Creates or changes an instance. */
  create(body: unknown): Promise<ConsoleResponse> {
    return this.ask('POST', 'instances', body);
  }

  /** Sends a change with the version that the API gives now. */
  async edit(name: string, body: unknown): Promise<ConsoleResponse> {
    return this.ask('PUT', `instances/${name}`, body, await this.ifMatch(name));
  }

  async ifMatch(name: string): Promise<Record<string, string>> {
    const { version } = await this.instance(name);
    return { 'if-match': String(version) };
  }

  // oxlint-disable-next-line typescript/no-explicit-any -- what the tests look for in it differs
  async instance(name: string): Promise<any> {
    const { body } = await this.ask('GET', 'state');
    return body.instances.find((each: { name: string }) => each.name === name);
  }

  file(name = 'login', file = 'sms.json'): string {
    return join(this.root, 'SMS', name, file);
  }

  async write(name: string, values: unknown, type = 'SMS.Aliyun'): Promise<void> {
    await mkdir(join(this.root, 'SMS', name), { recursive: true });
    await writeFile(this.file(name, 'e.json'), JSON.stringify({ title: name, type }));
    await writeFile(
      this.file(name),
      typeof values === 'string' ? values : JSON.stringify(values, null, 2),
    );
  }
}

/** Makes one for each test of a suite, and closes it. */
export function useConsole(adapter: Adapter): () => ConsoleApp {
  let emulator: AliyunSmsEmulator;
  let used: ConsoleApp;
  beforeAll(async () => {
    emulator = await AliyunSmsEmulator.start({ accounts: [KEYS] });
  });
  beforeEach(async () => {
    emulator.reset();
    used = new ConsoleApp(emulator, adapter);
    used.root = await mkdtemp(join(tmpdir(), 'sms-console-'));
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await used.app?.close();
    await rm(used.root, { recursive: true, force: true });
  });
  afterAll(() => emulator.close());
  return () => used;
}

/** A request as fetch cannot make it: through a Unix socket, or with a Host header of its own. */
export function rawRequest(
  target: { socketPath: string } | { host: string; port: number },
  path: string,
  headers: Record<string, string> = {},
): Promise<ConsoleResponse> {
  return new Promise((resolve, reject) => {
    request({ ...target, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('end', () => resolve(parsed(response.statusCode!, Buffer.concat(chunks).toString())));
    })
      .on('error', reject)
      .end();
  });
}

function parsed(status: number, text: string): ConsoleResponse {
  return { status, text, body: /^\s*[{[]/.test(text) ? JSON.parse(text) : undefined };
}

const SILENT: LoggerService = { log() {}, error() {}, warn() {} };

async function listenLocally(app: INestApplication): Promise<void> {
  await app.listen(0, '127.0.0.1');
}
