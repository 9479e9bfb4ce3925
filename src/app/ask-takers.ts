import { claimAskTakers } from '../people/accounts/claims/ask-claim.ts'
import { signInAskTakers } from '../people/accounts/sign-in.ts'
import { alertAskTakers } from '../people/alerts/alert-asks.ts'
import { readdressAskTakers } from '../people/enquiries/readdress.ts'
import { enquiryAskTakers } from '../people/enquiries/send.ts'
import { watchAskTakers } from '../people/watches/take-request.ts'
import type { AskTakers } from '../people/asks/asks.ts'

/** Who deals with what visitors ask, whatever it is about. */
export const askTakers: AskTakers = {
  ...alertAskTakers,
  ...signInAskTakers,
  ...claimAskTakers,
  ...enquiryAskTakers,
  ...readdressAskTakers,
  ...watchAskTakers,
}
