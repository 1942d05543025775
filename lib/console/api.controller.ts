import {
  Body,
  Delete,
  Get,
  Headers,
  Injectable,
  Param,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { sendResponse } from './console-http.js';
import type {
  DeliveryAnswer,
  HealthAnswer,
  InstanceAnswer,
  RemovedAnswer,
  SendsAnswer,
  SentAnswer,
  SignsAnswer,
  StateAnswer,
  TemplatesAnswer,
} from './console.wire.js';
import { JsonBodyPipe } from './json-body.pipe.js';
import { InstancesService } from './instances.service.js';
import { RecentSends } from './recent-sends.js';
import { ReviewsService } from './reviews.service.js';
import { readSendsQuery } from './sends-query.js';
import { TryOutService } from './try-out.service.js';

type JsonBody = Readonly<Record<string, unknown>>;

/** The JSON API of the page. Bodies and queries are untrusted: each service checks what it uses. */
@Injectable()
export abstract class ApiController {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly instances: InstancesService,
    private readonly tryOut: TryOutService,
    private readonly reviews: ReviewsService,
    private readonly sends: RecentSends,
  ) {}

  @Get('state')
  async state(@Res() response: unknown) {
    this.#send<StateAnswer>(response, await this.instances.state());
  }

  @Get('sends')
  recent(@Query() query: Readonly<Record<string, unknown>>, @Res() response: unknown) {
    this.#send<SendsAnswer>(response, this.sends.list(readSendsQuery(query)));
  }

  @Post('instances')
  async create(@Body(JsonBodyPipe) body: JsonBody, @Res() response: unknown) {
    this.#send<InstanceAnswer>(response, await this.instances.create(body), 201);
  }

  @Put('instances/:name')
  async edit(
    @Param('name') name: string,
    @Headers('if-match') version: string | undefined,
    @Body(JsonBodyPipe) body: JsonBody,
    @Res() response: unknown,
  ) {
    this.#send<InstanceAnswer>(response, await this.instances.edit(name, version, body));
  }

  @Delete('instances/:name')
  async remove(
    @Param('name') name: string,
    @Headers('if-match') version: string | undefined,
    @Res() response: unknown,
  ) {
    await this.instances.remove(name, version);
    this.#send<RemovedAnswer>(response, {});
  }

  @Get('instances/:name/health')
  async health(@Param('name') name: string, @Res() response: unknown) {
    this.#send<HealthAnswer>(response, await this.tryOut.health(name));
  }

  @Post('instances/:name/messages')
  async send(
    @Param('name') name: string,
    @Body(JsonBodyPipe) body: JsonBody,
    @Res() response: unknown,
  ) {
    this.#send<SentAnswer>(response, await this.tryOut.send(name, body), 201);
  }

  @Post('instances/:name/delivery')
  async delivery(
    @Param('name') name: string,
    @Body(JsonBodyPipe) body: JsonBody,
    @Res() response: unknown,
  ) {
    this.#send<DeliveryAnswer>(response, await this.tryOut.delivery(name, body));
  }

  @Get('instances/:name/templates')
  async templates(
    @Param('name') name: string,
    @Query('page') page: unknown,
    @Res() response: unknown,
  ) {
    this.#send<TemplatesAnswer>(response, await this.reviews.templates(name, page));
  }

  @Get('instances/:name/signs')
  async signs(@Param('name') name: string, @Query('page') page: unknown, @Res() response: unknown) {
    this.#send<SignsAnswer>(response, await this.reviews.signs(name, page));
  }

  #send<Answer>(response: unknown, body: NoInfer<Answer>, status = 200): void {
    sendResponse(this.host, response, body, { status });
  }
}
