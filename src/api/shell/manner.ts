import type { Context } from 'hono'

/** How one door for programs differs from the other. */
export interface DoorManner {
  /** The headers of a reply that a page of another site may read, besides those of limits. */
  readonly exposed: readonly string[]
  /** The methods it takes anywhere. */
  readonly methods: readonly string[]
  /** How many bytes of a body it takes at most. */
  readonly mostBytes: number
  /** Says no in the language of the door. */
  readonly refuse: (c: Context, refusal: DoorRefusal) => Response
}

/** Why a request is not answered, in a sentence that says what to do. */
export interface DoorRefusal {
  readonly status: 404 | 405 | 413 | 429 | 500 | 503
  readonly text: string
}
