import { Module } from '@nestjs/common';
import { ConfigModule } from '@nestjs/config';
import { TerminusModule } from '@nestjs/terminus';
import { AliyunSmsModule } from 'nestjs-aliyun-sms';
import { aliyunSmsConfig } from 'nestjs-aliyun-sms/config';
import { AliyunSmsConsoleModule } from 'nestjs-aliyun-sms/console';
import { AliyunSmsHealthIndicator } from 'nestjs-aliyun-sms/terminus';
import { AcmeSms } from './acme-sms.js';
import { HealthController } from './health.controller.js';
import { HomeController } from './home/home.controller.js';
import { ReadmeController } from './home/readme.controller.js';
import { LoginCodeController } from './login-code.controller.js';
import { MetricsController } from './metrics.controller.js';
import { SmsController } from './sms.controller.js';

// It has no guards, so it must not be there where everybody could open it.
const consoleForDevelopment =
  process.env['NODE_ENV'] === 'production' ? [] : [AliyunSmsConsoleModule.forRoot()];

@Module({
  imports: [
    ConfigModule.forRoot({ isGlobal: true }),
    AliyunSmsModule.forRootAsync({
      ...aliyunSmsConfig.asProvider(),
      // SMS/notice in it is an instance; the console writes further ones there.
      elementsDir: process.env['SMS_ELEMENTS_DIR'] ?? 'sample/SMS',
      watch: true,
      types: [AcmeSms],
    }),
    AliyunSmsModule.forFeature([
      { name: 'login', title: '登录验证码' },
      { name: 'order', title: '订单通知' },
      // For a route that anybody may call.
      { name: 'code', title: '验证码（限流）', limits: 'aliyun' },
    ]),
    ...consoleForDevelopment,
    TerminusModule,
  ],
  controllers: [
    SmsController,
    LoginCodeController,
    HomeController,
    ReadmeController,
    HealthController,
    MetricsController,
  ],
  providers: [AliyunSmsHealthIndicator],
})
export class AppModule {}
