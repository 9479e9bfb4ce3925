import type { CommonOptions } from './terminal.ts'

/** What `trialway search` may be told, as typed. */
export interface SearchOptions extends CommonOptions {
  readonly cond?: string
  readonly intr?: string
  readonly title?: string
  readonly spons?: string
  readonly elig?: string
  readonly near?: string
  readonly within?: string
  readonly age?: string
  readonly sex?: string
  readonly status?: readonly string[]
  readonly phase?: readonly string[]
  readonly type?: readonly string[]
  readonly category?: readonly string[]
  readonly country?: readonly string[]
  readonly class?: readonly string[]
  readonly results?: string
  readonly healthy?: boolean
  readonly updated?: string
  readonly tree?: string
  readonly exact?: boolean
  readonly sort?: string
  readonly page?: string
  readonly size?: string
  readonly json?: boolean
}
