import { aboutFr } from './about.ts'
import { developersFr } from './developers.ts'
import { accountFr } from './account.ts'
import { adminFr } from './admin.ts'
import { alertsFr } from './alerts.ts'
import { categoriesFr } from './categories.ts'
import { deskFr } from './desk.ts'
import { checkFr } from './check.ts'
import { claimsFr } from './claims.ts'
import { trailFr } from './trail.ts'
import { commonFr } from './common.ts'
import { explainFr } from './explain.ts'
import { fileFaultsFr } from './file-faults.ts'
import { protocolFaultsFr } from './protocol-faults.ts'
import { connectFr } from './connect.ts'
import { enquiryFr } from './enquiry.ts'
import { allocationFr } from './allocation.ts'
import { doseFormFr } from './dose-form.ts'
import { dosesFr } from './doses.ts'
import { frameFr } from './frame.ts'
import { guidesFr } from './guides.ts'
import { helpFr } from './help.ts'
import { homeFr } from './home.ts'
import { listFr } from './list.ts'
import { mapFr } from './map.ts'
import { listingFr } from './listing.ts'
import { matchFr } from './match.ts'
import { nodesFr } from './nodes.ts'
import { participantFr } from './participant.ts'
import { participantsFr } from './participants.ts'
import { participantPageFr } from './participant-page.ts'
import { recordFr } from './record.ts'
import { reviewFr } from './review.ts'
import { safetyFr } from './safety.ts'
import { enrolmentFr } from './enrolment.ts'
import { screeningFr } from './screening.ts'
import { consentFr } from './consent.ts'
import { consentFormsFr } from './consent-forms.ts'
import { protocolFr } from './protocol.ts'
import { reportPageFr } from './report-page.ts'
import { resultsFr } from './results.ts'
import { runStudyFr } from './run-study.ts'
import { rulesFr } from './rules.ts'
import { searchFr } from './search.ts'
import { studyFr } from './study.ts'
import { todayFr } from './today.ts'
import { tryProtocolFr } from './try-protocol.ts'
import { withFrenchSpaces } from '../language/french-spaces.ts'
import type { Words } from '../shape/shape.ts'

/** The product in French. */
export const fr: Words = withFrenchSpaces<Words>({
  common: commonFr,
  frame: frameFr,
  guides: guidesFr,
  home: homeFr,
  search: searchFr,
  results: resultsFr,
  categories: categoriesFr,
  help: helpFr,
  about: aboutFr,
  developers: developersFr,
  study: studyFr,
  listing: listingFr,
  check: checkFr,
  list: listFr,
  map: mapFr,
  match: matchFr,
  alerts: alertsFr,
  claims: claimsFr,
  trail: trailFr,
  connect: connectFr,
  enquiry: enquiryFr,
  participant: participantFr,
  participants: participantsFr,
  enrolment: enrolmentFr,
  screening: screeningFr,
  consent: consentFr,
  consentForms: consentFormsFr,
  today: todayFr,
  record: recordFr,
  review: reviewFr,
  safety: safetyFr,
  allocation: allocationFr,
  doseForm: doseFormFr,
  participantPage: participantPageFr,
  doses: dosesFr,
  reportPage: reportPageFr,
  runStudy: runStudyFr,
  rules: rulesFr,
  nodes: nodesFr,
  protocol: protocolFr,
  tryProtocol: tryProtocolFr,
  desk: deskFr,
  admin: adminFr,
  account: accountFr,
  fileFaults: fileFaultsFr,
  explain: explainFr,
  protocolFaults: protocolFaultsFr,
})
