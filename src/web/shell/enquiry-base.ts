import type { EnquiryBase } from '../../people/enquiries/model/enquiry-base.ts'
import type { App } from './app.ts'

/** What deciding on enquiries needs, from what pages are built from. */
export function enquiryBase({ people, catalogue, connect, operator }: App): EnquiryBase {
  return {
    ...people,
    catalogue,
    introductions: connect.introductions,
    ...(operator.mail !== undefined && { operatorMail: operator.mail }),
  }
}
