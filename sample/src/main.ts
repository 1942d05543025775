import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { SmsExceptionFilter } from 'nestjs-aliyun-sms';
import { AppModule } from './app.module.js';
import { startLocalAliyun } from './local-aliyun.js';
import { explainStartFailure, printWelcome } from './welcome.js';

const port = Number(process.env['PORT'] || 3000);
const emulatorPort = Number(process.env['EMULATOR_PORT'] || 3001);

async function main(): Promise<void> {
  const emulator = await startLocalAliyun(process.env, emulatorPort);
  const app = await NestFactory.create(AppModule, { abortOnError: false }).catch(
    async (error: unknown) => {
      await emulator?.close();
      throw error;
    },
  );
  app.useGlobalFilters(new SmsExceptionFilter());

  const stop = async (): Promise<void> => {
    await app.close();
    await emulator?.close();
  };
  let stopping: Promise<void> | undefined;
  // A terminal and npm each send the signal on Ctrl-C. Without `exit` Node takes the listeners away before the process
  // is gone, and the second signal kills it.
  const onSignal = () => void (stopping ??= stop().then(() => process.exit()));
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);

  try {
    await app.listen(port);
  } catch (error) {
    await stop();
    throw error;
  }
  printWelcome(port, emulator);
}

main().catch((error: unknown) => {
  console.error(explainStartFailure(error));
  process.exitCode = 1;
});
