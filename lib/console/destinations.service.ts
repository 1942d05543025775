import { Injectable } from '@nestjs/common';
import { isLoopbackHost } from '../common/loopback.js';
import { type ConfigFormField, SmsRegistry } from '../index.js';
import type { Destination } from './console.wire.js';
import { EmulatorClient } from './emulator-client.js';

/** The settings of an instance that say where its sends go. */
interface AddressSettings {
  endpoint?: unknown;
  insecure?: unknown;
}

/** Tells where the sends of an instance go. */
@Injectable()
export class DestinationsService {
  constructor(
    private readonly registry: SmsRegistry,
    private readonly emulators: EmulatorClient,
  ) {}

  /** Returns the destination of an instance by its name, or null where its type does not say it. */
  async ofInstance(name: string): Promise<Destination | null> {
    const info = this.registry.list().find((each) => each.name === name);
    const form = this.registry.types().find((type) => type.name === info?.type)?.fields ?? [];
    return info ? this.of(form, info.config.values) : null;
  }

  /** @param written the endpoint as its file has it: what a variable stands for is not shown */
  async of(
    form: readonly ConfigFormField[],
    settings: AddressSettings,
    written?: string,
  ): Promise<Destination | null> {
    const field = form.find(({ name }) => name === 'endpoint');
    const { endpoint = field?.default, insecure } = settings;
    if (!field || typeof endpoint !== 'string') return null;
    const url = urlOf(endpoint);
    if (!url) return null;
    if (isOfAliyun(url.hostname)) return { kind: 'aliyun', host: written ?? url.host };
    const mayAsk = isLoopbackHost(url.hostname) || insecure === true;
    if (mayAsk && (await this.emulators.isEmulator(url.origin))) {
      return { kind: 'emulator', inbox: url.origin };
    }
    return { kind: 'other', host: written ?? url.host };
  }
}

/** As the client reads an endpoint: without a scheme it is https, except on a loopback host. */
function urlOf(endpoint: string): URL | undefined {
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(endpoint);
  if (hasScheme) return URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (!URL.canParse(`https://${endpoint}`)) return undefined;
  const secure = new URL(`https://${endpoint}`);
  return isLoopbackHost(secure.hostname) ? new URL(`http://${endpoint}`) : secure;
}

function isOfAliyun(hostname: string): boolean {
  return /(?:^|\.)aliyuncs\.com\.?$/.test(hostname);
}
