import { AliyunSmsEmulator, DEFAULT_ACCOUNT } from 'nestjs-aliyun-sms/emulator';
import { templates } from './templates.js';

/**
 * Without credentials in the environment an Aliyun of our own takes Aliyun's place: it is started
 * beside the app, and the environment is pointed at it before the app reads it.
 */
export async function startLocalAliyun(
  env: NodeJS.ProcessEnv,
  port: number,
): Promise<AliyunSmsEmulator | undefined> {
  if (hasCredentials(env)) return undefined;
  const emulator = await AliyunSmsEmulator.start({ port, templates });
  pointAt(env, emulator.endpoint);
  return emulator;
}

/** The same for a command beside the app: it sends to the local Aliyun that `npm start` has started. */
export async function useRunningLocalAliyun(env: NodeJS.ProcessEnv, port: number): Promise<void> {
  if (hasCredentials(env)) return;
  const endpoint = `127.0.0.1:${port}`;
  const health = await fetch(`http://${endpoint}/_emulator/health`).catch(() => undefined);
  if (!health?.ok) {
    throw new Error(
      `No local Aliyun answers at ${endpoint}. Run "npm start" in another terminal, or set ` +
        'ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET and ALIYUN_SMS_SIGN to send for real.',
    );
  }
  pointAt(env, endpoint);
}

function hasCredentials(env: NodeJS.ProcessEnv): boolean {
  return Boolean(env['ALIBABA_CLOUD_ACCESS_KEY_ID'] || env['ALIBABA_CLOUD_ACCESS_KEY_SECRET']);
}

function pointAt(env: NodeJS.ProcessEnv, endpoint: string): void {
  env['ALIBABA_CLOUD_ACCESS_KEY_ID'] = DEFAULT_ACCOUNT.accessKey;
  env['ALIBABA_CLOUD_ACCESS_KEY_SECRET'] = DEFAULT_ACCOUNT.accessSecret;
  env['ALIYUN_SMS_ENDPOINT'] = endpoint;
  env['ALIYUN_SMS_SIGN'] ||= '某某科技';
}
