import type { Actor } from '../../../people/accounts/model/actor.ts'
import { can } from '../../../people/accounts/model/can.ts'
import { heldRolesOf } from '../../../people/accounts/list.ts'
import type { PeopleBase } from '../../../people/asks/people-base.ts'
import type { Tx } from '../../../people/records/model/records.ts'
import { firstInstantOf } from '../../protocol/time/first-instant.ts'
import type { Moment } from '../../protocol/time/moment.ts'
import { assentAgeOf } from '../derived/assent-age.ts'
import { ageOfMajority, ageOfParticipant } from '../derived/own-consent.ts'
import { type ConductCase, itemOf, zoneOf } from '../model/case.ts'
import {
  approvedAt,
  type ConsentForm,
  formInForce,
  readConsentForms,
} from '../model/consent-forms.ts'
import type { NewFact } from '../model/facts.ts'
import { isApprovedOn } from '../model/run.ts'
import { type ParticipantAsk, type Recorded, recordOf } from './change.ts'
import { readReplacement, readSignedMoment } from './read-signed-moment.ts'
import {
  assents,
  consentMedia,
  type ConsentProblem,
  consentSigners,
  independentWitness,
  soleReasons,
  type TypedConsent,
  type TypedReplacement,
} from './typed-consent.ts'

/**
 * Records who consented, when, on what and by which text: the one that was in force at the site on that day. An earlier consent
 * stays as it was. With `replaced`, it takes the place of one that was recorded wrongly.
 */
export function recordConsent(
  base: PeopleBase,
  actor: Actor,
  ask: ParticipantAsk,
  typed: TypedConsent,
  now: Date,
  replaced?: TypedReplacement,
): Promise<Recorded<readonly ConsentProblem[]>> {
  const act = async (known: ConductCase, tx: Tx) => {
    const forms = await readConsentForms(tx, known.participant.study)
    const problems: ConsentProblem[] = []
    const fact = readConsent(known, forms, typed, problems)
    if (!(await isWitness(tx, known, typed.witness)))
      problems.push({ code: 'witness', field: 'witness' })
    const item = itemOf(known.protocol, 'consent')?.id ?? ''
    const instead = replaced && readReplacement(known, item, replaced, problems)
    if (!fact || problems.length > 0) return { refused: problems }
    return [{ ...fact, ...instead }, ...announcedLater(known, forms, fact)]
  }
  return recordOf(base, actor, ask, { may: can.recordFacts, act }, now)
}

function readConsent(
  known: ConductCase,
  forms: readonly ConsentForm[],
  typed: TypedConsent,
  problems: ConsentProblem[],
): NewFact | undefined {
  const item = itemOf(known.protocol, 'consent')
  if (!item) {
    problems.push({ code: 'noItem', field: 'by' })
    return undefined
  }
  const by = consentSigners.find((one) => one === typed.by)
  const whyOne = soleReasons.find((one) => one === typed.whyOne)
  const assent = assents.find((one) => one === typed.assent)
  const medium = consentMedia.find((one) => one === typed.medium)
  const moment = readSignedMoment(known, typed.at, problems)
  if (moment && typed.at.time.trim() === '') problems.push({ code: 'noTime', field: 'time' })
  if (!by) problems.push({ code: 'by', field: 'by' })
  if (by === 'one guardian' && !whyOne) problems.push({ code: 'whyOne', field: 'whyOne' })
  if (by && by !== 'participant' && !assent) problems.push({ code: 'assent', field: 'assent' })
  if (!medium) problems.push({ code: 'medium', field: 'medium' })
  if (moment) problems.push(...siteClosed(known, item.id, moment))
  const form = moment && readForm(known, forms, typed.form, moment, problems)
  if (by && moment) problems.push(...wrongAge(known, by, moment))
  if (by && by !== 'participant' && moment && assent === 'too young')
    problems.push(...oldEnough(known, moment))
  if (!by || !medium || !moment || !form) return undefined
  return {
    item: item.id,
    value: by,
    at: moment.text,
    details: {
      by,
      medium,
      ...form,
      witness: typed.witness,
      ...(by === 'one guardian' && { why: whyOne ?? '' }),
      ...(by !== 'participant' && { assent: assent ?? '' }),
    },
  }
}

/** The text that was signed, by its name, language and hash, if the site asked by it on that day. */
function readForm(
  known: ConductCase,
  forms: readonly ConsentForm[],
  typed: string,
  { firstDay }: Moment,
  problems: ConsentProblem[],
): { readonly form: string; readonly language: string; readonly hash: string } | undefined {
  const { site } = known.participant
  const inForce = formInForce(forms, site, firstDay)
  if (!inForce) {
    problems.push({ code: 'noForm', field: 'form' })
    return undefined
  }
  const [name = '', language = ''] = typed.split(' ')
  const form = forms.find((one) => one.name === name)
  const text = form?.texts.find((one) => one.language === language)
  if (!form || !text) {
    problems.push({ code: 'form', field: 'form' })
    return undefined
  }
  if (form.name !== inForce.name) {
    const wasApproved = form.sites.some((one) => one.site === site && one.from <= firstDay)
    const code = wasApproved ? 'olderForm' : 'notApproved'
    problems.push({ code, field: 'form', given: inForce.name })
    return undefined
  }
  return { form: name, language, hash: text.hash }
}

/** Nobody begins at a site outside of its approval; who signed there before may sign again. */
function siteClosed(
  { run, participant, facts }: ConductCase,
  item: string,
  { firstDay }: Moment,
): readonly ConsentProblem[] {
  const site = run.sites.find((one) => one.site === participant.site)
  const hasSigned = facts.some((fact) => fact.item === item)
  if (hasSigned || !site || isApprovedOn(site, firstDay)) return []
  return [{ code: 'siteNotApproved', field: 'day' }]
}

/** Where it is sure by the day of birth that this is not for them to sign. */
function wrongAge(
  known: ConductCase,
  by: (typeof consentSigners)[number],
  moment: Moment,
): readonly ConsentProblem[] {
  const years = ageOfParticipant(known, moment)?.years
  if (!years) return []
  if (by === 'participant')
    return years.most < ageOfMajority ? [{ code: 'minor', field: 'by' }] : []
  // A legal guardian may sign for an adult who is under protection.
  return by !== 'legal guardian' && years.least >= ageOfMajority
    ? [{ code: 'adult', field: 'by' }]
    : []
}

/** Nobody is too young to be asked from the age on that the study has set; where it set none, people decide. */
function oldEnough(known: ConductCase, moment: Moment): readonly ConsentProblem[] {
  const from = assentAgeOf(known)?.years
  const years = ageOfParticipant(known, moment)?.years
  if (from === undefined || !years || years.least < from) return []
  return [{ code: 'assentAge', field: 'assent', given: String(from) }]
}

/** Somebody who treats participants at the site, or an independent person. */
async function isWitness(tx: Tx, { participant }: ConductCase, witness: string): Promise<boolean> {
  if (witness === independentWitness) return true
  const [, id = ''] = /^account\/([0-9a-f-]{36})$/.exec(witness) ?? []
  return id !== '' && can.recordFacts({ roles: await heldRolesOf(tx, id) }, participant)
}

/**
 * Texts that ask those already in to sign again from a later day: who joins between the decision and that day is told, too.
 */
function announcedLater(
  known: ConductCase,
  forms: readonly ConsentForm[],
  { at }: NewFact,
): readonly NewFact[] {
  const item = itemOf(known.protocol, 'version effective')
  if (!item) return []
  const zone = zoneOf(known)
  return approvedAt(forms, known.participant.site)
    .filter(({ from, reconsent }) => reconsent && from > at.slice(0, 10))
    .filter(
      ({ form }) => !known.facts.some((fact) => fact.item === item.id && fact.value === form.name),
    )
    .map(({ form, from }) => ({
      item: item.id,
      value: form.name,
      at: firstInstantOf(from, zone),
      details: { of: 'consent text', reconsent: true },
    }))
}
