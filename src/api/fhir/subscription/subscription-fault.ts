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

/** E-mail is asked for on pages, where the owner of the address confirms it. */
export function notRestHook(at: string): FhirFault {
  return wrongSubscription(
    at,
    'not-supported',
    'The channel must be rest-hook.',
    'People ask for e-mail on the pages of this site, at /alerts/new.',
  )
}
