import { Body, Delete, Get, Header, Injectable, Param, Post, Put, Query } from '@nestjs/common';
import { InstancesService } from './instances.service.js';
import { RecentSends } from './recent-sends.js';
import { ReviewsService } from './reviews.service.js';
import { TryOutService } from './try-out.service.js';

const NO_STORE = ['Cache-Control', 'no-store'] as const;

/** What the page asks. A body is whatever somebody sends: each service checks its own. */
@Injectable()
export abstract class ApiController {
  constructor(
    private readonly instances: InstancesService,
    private readonly tryOut: TryOutService,
    private readonly reviews: ReviewsService,
    private readonly sends: RecentSends,
  ) {}

  @Get('state')
  @Header(...NO_STORE)
  state() {
    return this.instances.state();
  }

  @Get('sends')
  @Header(...NO_STORE)
  recent() {
    return { sends: this.sends.list() };
  }

  @Post('instances')
  create(@Body() body: unknown) {
    return this.instances.create(body);
  }

  @Put('instances/:name')
  edit(@Param('name') name: string, @Body() body: unknown) {
    return this.instances.edit(name, body);
  }

  @Delete('instances/:name')
  async remove(@Param('name') name: string) {
    await this.instances.remove(name);
    return {};
  }

  @Get('instances/:name/health')
  @Header(...NO_STORE)
  health(@Param('name') name: string) {
    return this.tryOut.health(name);
  }

  @Post('instances/:name/messages')
  send(@Param('name') name: string, @Body() body: unknown) {
    return this.tryOut.send(name, body);
  }

  @Post('instances/:name/delivery')
  delivery(@Param('name') name: string, @Body() body: unknown) {
    return this.tryOut.delivery(name, body);
  }

  @Get('instances/:name/templates')
  @Header(...NO_STORE)
  templates(@Param('name') name: string, @Query('page') page: unknown) {
    return this.reviews.templates(name, page);
  }

  @Get('instances/:name/signs')
  @Header(...NO_STORE)
  signs(@Param('name') name: string, @Query('page') page: unknown) {
    return this.reviews.signs(name, page);
  }
}
