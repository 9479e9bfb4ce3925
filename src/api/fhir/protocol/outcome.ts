import type { ServedResource } from './release.ts'

/** The codes of `issue-type` that this server uses; the same in both releases. */
export type IssueCode =
  | 'invalid'
  | 'structure'
  | 'required'
  | 'value'
  | 'not-supported'
  | 'not-found'
  | 'multiple-matches'
  | 'too-costly'
  | 'too-long'
  | 'conflict'
  | 'exception'
  | 'incomplete'
  | 'throttled'
  | 'login'
  | 'transient'
  | 'informational'
  | 'success'

/** One thing that a program and who reads its log are told. */
export interface Issue {
  readonly severity: 'fatal' | 'error' | 'warning' | 'information'
  readonly code: IssueCode
  /** What it is, in one sentence. */
  readonly text: string
  /** What may be done about it, or what is behind it. */
  readonly more?: string
  /** Which element or parameter it is about, as a FHIRPath. */
  readonly at?: string
}

/** An answer that is no result: its status, and what is told. */
export interface FhirFault {
  readonly status: 301 | 400 | 401 | 404 | 405 | 406 | 410 | 413 | 415 | 422 | 429 | 500 | 503
  readonly issues: readonly [Issue, ...Issue[]]
  readonly headers?: Readonly<Record<string, string>>
}

/** A fault with one issue. */
export function faultOfOne(
  status: FhirFault['status'],
  code: IssueCode,
  text: string,
  more?: string,
): FhirFault {
  return {
    status,
    issues: [{ severity: 'error', code, text, ...(more !== undefined && { more }) }],
  }
}

/** What is told, as a resource: words stand in `details.text` and in `diagnostics`, for clients show either. */
export interface OutcomeResource extends ServedResource {
  readonly resourceType: 'OperationOutcome'
  readonly id?: string
  readonly issue: readonly object[]
}

/** Puts what is told into the resource of both releases. */
export function outcomeResource(issues: readonly Issue[], id?: string): OutcomeResource {
  return {
    resourceType: 'OperationOutcome',
    ...(id !== undefined && { id }),
    issue: issues.map(({ severity, code, text, more, at }) => ({
      severity,
      code,
      details: { text },
      diagnostics: more ?? text,
      ...(at !== undefined && { expression: [at] }),
    })),
  }
}
