import { aboutEn } from './about.ts'
import { developersEn } from './developers.ts'
import { accountEn } from './account.ts'
import { adminEn } from './admin.ts'
import { alertsEn } from './alerts.ts'
import { categoriesEn } from './categories.ts'
import { deskEn } from './desk.ts'
import { checkEn } from './check.ts'
import { claimsEn } from './claims.ts'
import { trailEn } from './trail.ts'
import { commonEn } from './common.ts'
import { explainEn } from './explain.ts'
import { fileFaultsEn } from './file-faults.ts'
import { protocolFaultsEn } from './protocol-faults.ts'
import { connectEn } from './connect.ts'
import { enquiryEn } from './enquiry.ts'
import { allocationEn } from './allocation.ts'
import { doseFormEn } from './dose-form.ts'
import { dosesEn } from './doses.ts'
import { frameEn } from './frame.ts'
import { guidesEn } from './guides.ts'
import { listingEn } from './listing.ts'
import { helpEn } from './help.ts'
import { homeEn } from './home.ts'
import { listEn } from './list.ts'
import { mapEn } from './map.ts'
import { matchEn } from './match.ts'
import { nodesEn } from './nodes.ts'
import { participantEn } from './participant.ts'
import { participantsEn } from './participants.ts'
import { participantPageEn } from './participant-page.ts'
import { recordEn } from './record.ts'
import { reviewEn } from './review.ts'
import { safetyEn } from './safety.ts'
import { enrolmentEn } from './enrolment.ts'
import { screeningEn } from './screening.ts'
import { consentEn } from './consent.ts'
import { consentFormsEn } from './consent-forms.ts'
import { protocolEn } from './protocol.ts'
import { reportPageEn } from './report-page.ts'
import { resultsEn } from './results.ts'
import { runStudyEn } from './run-study.ts'
import { rulesEn } from './rules.ts'
import { searchEn } from './search.ts'
import { studyEn } from './study.ts'
import { todayEn } from './today.ts'
import { tryProtocolEn } from './try-protocol.ts'

/** The product in English. */
export const en = {
  common: commonEn,
  frame: frameEn,
  guides: guidesEn,
  home: homeEn,
  search: searchEn,
  results: resultsEn,
  categories: categoriesEn,
  help: helpEn,
  about: aboutEn,
  developers: developersEn,
  study: studyEn,
  listing: listingEn,
  check: checkEn,
  list: listEn,
  map: mapEn,
  match: matchEn,
  alerts: alertsEn,
  claims: claimsEn,
  trail: trailEn,
  connect: connectEn,
  enquiry: enquiryEn,
  participant: participantEn,
  participants: participantsEn,
  enrolment: enrolmentEn,
  screening: screeningEn,
  consent: consentEn,
  consentForms: consentFormsEn,
  today: todayEn,
  record: recordEn,
  review: reviewEn,
  safety: safetyEn,
  allocation: allocationEn,
  doseForm: doseFormEn,
  participantPage: participantPageEn,
  doses: dosesEn,
  reportPage: reportPageEn,
  runStudy: runStudyEn,
  rules: rulesEn,
  nodes: nodesEn,
  protocol: protocolEn,
  tryProtocol: tryProtocolEn,
  desk: deskEn,
  admin: adminEn,
  account: accountEn,
  fileFaults: fileFaultsEn,
  explain: explainEn,
  protocolFaults: protocolFaultsEn,
}
