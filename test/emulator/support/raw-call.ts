import { createHash, randomUUID } from 'node:crypto';
import { request } from 'node:http';
import type { AliyunSmsEmulator, EmulatorAccount } from 'nestjs-aliyun-sms/emulator';
import { signedHeaderNames } from '../../../lib/client/signing/acs3.signature.js';
import { acs3Authorization } from '../../support/acs3-authorization.js';
import { canonicalQuery } from '../../../lib/client/signing/percent-encode.js';

export interface RawAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
  json: Record<string, unknown>;
}

export interface RawCall {
  method?: string;
  action?: string;
  query?: Record<string, string>;
  form?: Record<string, string>;
  account?: EmulatorAccount;
  /** Changes headers before they are signed. */
  sign?: (headers: Record<string, string>) => void;
  /** Changes what goes out after it was signed. */
  tamper?: (wire: { headers: Record<string, string>; path: string; body: string }) => void;
}

/** An ACS3 call written by hand, so that a test can break any part of it. */
export function rawCall(emulator: AliyunSmsEmulator, call: RawCall = {}): Promise<RawAnswer> {
  const account = call.account ?? emulator.accounts[0]!;
  const body = call.form ? canonicalQuery(call.form) : '';
  const query = canonicalQuery(call.query ?? {});
  const payloadHash = createHash('sha256').update(body).digest('hex');
  const headers: Record<string, string> = {
    host: emulator.endpoint,
    'x-acs-action': call.action ?? 'SendSms',
    'x-acs-version': '2017-05-25',
    'x-acs-date': new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    'x-acs-signature-nonce': randomUUID(),
    'x-acs-content-sha256': payloadHash,
  };
  if (body) headers['content-type'] = 'application/x-www-form-urlencoded';
  if (account.securityToken) headers['x-acs-security-token'] = account.securityToken;
  call.sign?.(headers);
  const method = call.method ?? 'POST';
  headers['authorization'] ??= acs3Authorization(
    { method, path: '/', query, headers, signedHeaders: signedHeaderNames(headers), payloadHash },
    account.accessKey,
    account.accessSecret,
  );
  const wire = { headers, path: query ? `/?${query}` : '/', body };
  call.tamper?.(wire);
  return http(emulator, method, wire.path, wire.headers, wire.body);
}

export function http(
  emulator: AliyunSmsEmulator,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body = '',
): Promise<RawAnswer> {
  const [host, port] = emulator.endpoint.split(':');
  return new Promise((resolve, reject) => {
    const outgoing = request({ host, port, method, path, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const isJson = answer.headers['content-type']?.startsWith('application/json');
        resolve({
          status: answer.statusCode!,
          headers: answer.headers,
          body: text,
          json: isJson && text ? (JSON.parse(text) as Record<string, unknown>) : {},
        });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
