import { zoneOf } from '../../../../study/conduct/model/case.ts'
import { approvedAt } from '../../../../study/conduct/model/consent-forms.ts'
import {
  assents,
  consentMedia,
  type ConsentProblem,
  consentSigners,
  independentWitness,
  soleReasons,
  type TypedConsent,
  type TypedReplacement,
} from '../../../../study/conduct/record/typed-consent.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { choiceGroup } from '../../../shell/parts/choice-group.ts'
import { hiddenField, selectField, textField } from '../../../shell/parts/field.ts'
import { paths } from '../../../shell/paths.ts'
import { saidMoment } from '../../parts/said-moment.ts'
import { actMoment, typedActMoment } from '../parts/act-moment.ts'
import { assentAgeOf } from '../../../../study/conduct/derived/assent-age.ts'
import { settingInWords } from '../../../../study/in-words/settings.ts'
import { consentErrors, offsetsAsked } from '../parts/consent-errors.ts'
import { fieldErrorAt, type FieldError } from '../parts/field-errors.ts'
import { draftForm } from '../parts/draft-form.ts'
import type { ParticipantView } from '../parts/participant-view.ts'
import type { ConsentBeside } from './consent-view.ts'

/** A form of consent as it is shown: what was typed, what is wrong, and the consent whose place it takes. */
export interface ConsentFormShown {
  readonly formKey: string
  readonly typed: TypedConsent
  readonly problems: readonly ConsentProblem[]
  readonly replaced?: TypedReplacement
  /** Somebody else recorded since it was opened: it came back as it was typed. */
  readonly isChanged?: boolean
}

/** What a form says of a consent. */
export function typedConsent(form: URLSearchParams): TypedConsent {
  const said = (name: string): string => (form.get(name) ?? '').slice(0, longestCode)
  return {
    by: said('by'),
    whyOne: said('whyOne'),
    assent: said('assent'),
    medium: said('medium'),
    form: said('text'),
    witness: said('witness'),
    at: typedActMoment(form),
  }
}

const longestCode = 120

/** Who signed what, when, on what and before whom. */
export function consentForm(
  view: ParticipantView,
  beside: ConsentBeside,
  shown: ConsentFormShown,
): Markup {
  const { page, of } = view
  const words = page.words.consent.form
  const { typed, problems, replaced } = shown
  const errors = consentFormErrors(view, problems)
  const isAgain = problems.length > 0 || shown.isChanged === true
  return draftForm(
    view,
    isAgain,
    html`
      <form
        class="flow narrow-left"
        method="post"
        action="${link(page, paths.participantConsent(of.participant.id))}"
        novalidate
      >
        ${hiddenField('form', shown.formKey)} ${hiddenField('seen', String(of.facts.length))}
        ${replaced && hiddenField('correct', replaced.fact)} ${whoFields(view, typed, errors)}
        ${textChoice(view, beside, typed, errors)} ${mediumChoice(view, typed, errors)}
        ${actMoment(page, {
          typed: typed.at,
          label: page.words.consent.when,
          hint: `${words.timeHint} (${zoneOf(of).replaceAll('_', ' ')})`,
          errors,
          offsets: offsetsAsked(problems),
        })}
        ${witnessChoice(view, beside, typed, errors)}
        ${
          replaced &&
          textField({
            name: 'reason',
            label: words.reason,
            value: replaced.reason,
            maxLength: 1000,
            error: fieldErrorAt(errors, 'reason'),
          })
        }
        <p class="acts"><button class="button" type="submit">${words.button}</button></p>
      </form>
    `,
    { of: replaced?.fact ?? '' },
  )
}

/** What is wrong with the form, in words, at the names of its fields. */
export function consentFormErrors(
  { page }: ParticipantView,
  problems: readonly ConsentProblem[],
): readonly FieldError[] {
  return consentErrors(page, problems).map((error) => ({
    ...error,
    field: error.field === 'form' ? 'text' : error.field,
  }))
}

function whoFields(
  view: ParticipantView,
  typed: TypedConsent,
  errors: readonly FieldError[],
): Markup {
  const words = view.page.words.consent
  return html`
    ${choiceGroup({
      name: 'by',
      label: words.form.by,
      kind: 'radio',
      error: fieldErrorAt(errors, 'by'),
      choices: consentSigners.map((value) => ({
        value,
        label: words.signers[value],
        chosen: typed.by === value,
      })),
    })}
    ${selectField({
      name: 'whyOne',
      label: words.form.whyOne,
      value: typed.whyOne,
      error: fieldErrorAt(errors, 'whyOne'),
      choices: [
        { value: '', label: words.form.choose },
        ...soleReasons.map((value) => ({ value, label: words.soleReasons[value] })),
      ],
    })}
    ${choiceGroup({
      name: 'assent',
      label: words.form.assent,
      hint: `${assentRule(view)} ${words.form.assentHint}`,
      kind: 'radio',
      error: fieldErrorAt(errors, 'assent'),
      choices: assents.map((value) => ({
        value,
        label: words.assents[value],
        chosen: typed.assent === value,
      })),
    })}
  `
}

/** From what age on the study asks a child, and whose rule that is; else that nobody has said it. */
function assentRule({ page, of, telling }: ParticipantView): string {
  const set = assentAgeOf(of)
  const words = page.words.consent.form
  return set ? words.assentFrom(set.years, settingInWords(telling, set).owner) : words.assentUnset
}

/** The texts that are approved at the site, the newest first, each language by itself. */
function textChoice(
  { page, of }: ParticipantView,
  { forms }: ConsentBeside,
  typed: TypedConsent,
  errors: readonly FieldError[],
): Markup {
  const words = page.words.consent.form
  const approved = approvedAt(forms, of.participant.site).toReversed()
  return selectField({
    name: 'text',
    label: words.text,
    value: typed.form,
    error: fieldErrorAt(errors, 'text'),
    choices: [
      { value: '', label: words.choose },
      ...approved.flatMap(({ form, from }) =>
        form.texts.map(({ language }) => ({
          value: `${form.name} ${language}`,
          label: words.textOf(
            form.name,
            words.languages[language],
            saidMoment(page, `${from}T12:00:00Z`, 'UTC', 'date'),
          ),
        })),
      ),
    ],
  })
}

function mediumChoice(
  { page }: ParticipantView,
  typed: TypedConsent,
  errors: readonly FieldError[],
): Markup {
  const words = page.words.consent
  return choiceGroup({
    name: 'medium',
    label: words.form.medium,
    kind: 'radio',
    error: fieldErrorAt(errors, 'medium'),
    choices: consentMedia.map((value) => ({
      value,
      label: words.media[value],
      chosen: typed.medium === value,
    })),
  })
}

function witnessChoice(
  { page }: ParticipantView,
  { team }: ConsentBeside,
  typed: TypedConsent,
  errors: readonly FieldError[],
): Markup {
  const words = page.words.consent
  return selectField({
    name: 'witness',
    label: words.form.witness,
    value: typed.witness,
    error: fieldErrorAt(errors, 'witness'),
    choices: [
      { value: '', label: words.form.choose },
      ...team.map(({ accountId, name }) => ({ value: `account/${accountId}`, label: name })),
      { value: independentWitness, label: words.independent },
    ],
  })
}
