import { type AskTakers, takerOf } from '../asks/asks.ts'
import { type AlertRequest, takeRequest } from './request.ts'
import { type LinkRequest, takeLinkRequest } from './send-manage-link.ts'

/** What any visitor may ask for an address: an alert, or the way to alerts that are there. */
export type AlertAsk =
  | ({ readonly kind: 'alert' } & AlertRequest)
  | ({ readonly kind: 'link' } & LinkRequest)

/** Who deals with what is asked of alerts. */
export const alertAskTakers: AskTakers = {
  alert: takerOf<{ readonly kind: 'alert' } & AlertRequest>(takeRequest),
  link: takerOf<{ readonly kind: 'link' } & LinkRequest>(takeLinkRequest),
}
