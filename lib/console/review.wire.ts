export type ReviewState = 'reviewing' | 'approved' | 'rejected' | 'cancelled' | 'unknown';

export interface ReviewPage {
  total: number;
  page: number;
  pageSize: number;
}

export interface ReviewedSign {
  name: string;
  state: ReviewState;
  reason?: string;
}

export interface ReviewedTemplate extends ReviewedSign {
  code: string;
  content: string;
  /** 0 verification code, 1 notification, 2 promotion, 3 international. */
  kind: number;
}

/** `GET instances/:name/templates?page=`. */
export interface TemplatesAnswer extends ReviewPage {
  templates: readonly ReviewedTemplate[];
}

/** `GET instances/:name/signs?page=`. */
export interface SignsAnswer extends ReviewPage {
  signs: readonly ReviewedSign[];
}
