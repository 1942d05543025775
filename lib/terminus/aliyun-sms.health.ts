import { Injectable } from '@nestjs/common';
import { type HealthIndicatorResult, HealthIndicatorService } from '@nestjs/terminus';
import { SmsRegistry } from '../index.js';
import type { AliyunSmsHealthOptions } from './aliyun-sms-health.options.js';
import { instanceHealth } from './instance-health.js';

const DEFAULT_TIMEOUT = 3000;

/** Checks for `@nestjs/terminus` that Aliyun knows the account and can be reached; sends nothing. */
@Injectable()
export class AliyunSmsHealthIndicator {
  constructor(
    private readonly registry: SmsRegistry,
    private readonly health: HealthIndicatorService,
  ) {}

  /**
   * Up where every instance is.
   *
   * @example () => this.aliyunSms.isHealthy('sms', { instances: ['login'], timeout: 1000 })
   */
  async isHealthy<Key extends string>(
    key: Key,
    { instances = this.#withAccount(), timeout = DEFAULT_TIMEOUT }: AliyunSmsHealthOptions = {},
  ): Promise<HealthIndicatorResult<Key>> {
    const found = await Promise.all(
      instances.map(
        async (name) => [name, await instanceHealth(this.registry.get(name), timeout)] as const,
      ),
    );
    const data = { instances: Object.fromEntries(found) };
    const check = this.health.check(key);
    return found.every(([, { status }]) => status === 'up') ? check.up(data) : check.down(data);
  }

  /** What cannot be asked says nothing of its health. */
  #withAccount(): string[] {
    const { registry } = this;
    return registry.names().filter((name) => {
      const sms = registry.get(name);
      return sms.hasAccount && sms.ping !== undefined;
    });
  }
}
