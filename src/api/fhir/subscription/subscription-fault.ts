import type { FhirFault, IssueCode } from '../protocol/outcome.ts'

/** What is wrong with a subscription that was sent, and what to do. */
export function wrongSubscription(
  at: string,
  code: IssueCode,
  text: string,
  more?: string,
): FhirFault {
  return {
    status: 422,
    issues: [
      {
        severity: 'error',
        code,
        text,
        at: `Subscription.${at}`,
        ...(more !== undefined && { more }),
      },
    ],
  }
}
