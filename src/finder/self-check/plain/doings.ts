import type { AskedDoing, AskedHow, AskedRule } from '../../../words/language/asked.ts'
import type { CriterionKind } from '../../eligibility/headings.ts'
import { endsAt, formsOf } from './forms.ts'
import { tailsFrom, thingsAt } from './grammar.ts'
import { afterIdle } from './likes.ts'
import type { FoundAt } from './found-at.ts'
import { type Walk, wordsAt } from './walk.ts'

/**
 * "Able to walk on a treadmill", "unwilling to stop antihistamines": what one can do or would agree to, read to its last
 * word. Rule `doing@1`.
 */
export function doingRule(
  walk: Walk,
  { from, end }: { readonly from: number; readonly end: number },
  kind: CriterionKind,
): AskedRule | undefined {
  for (const [forms, how, isTurned] of leads)
    for (const at of [...endsAt(walk.rule.words, from, people), from].flatMap((start) =>
      endsAt(walk.rule.words, start, forms),
    )) {
      // Who is able to do something is not kept out, and who is unable is not asked for.
      if (isTurned !== (kind === 'exclusion')) continue
      for (const { end: after, value } of doingsAt(walk, at)) {
        if (after !== end) continue
        // "Unable to read and write" may be one or both.
        if (isTurned && value.joint === 'and') continue
        const joint = isTurned && value.joint === 'or' ? 'and' : value.joint
        return { ask: 'doing', how, doings: value.doings, joint, isTurned }
      }
    }
  return undefined
}

interface Doings {
  readonly doings: readonly AskedDoing[]
  readonly joint: 'or' | 'and' | undefined
}

function doingsAt(walk: Walk, at: number): readonly FoundAt<Doings>[] {
  const { words } = walk.rule
  const alone = wordsAt(walk, afterIdle(words, at), 'v').flatMap(({ end, value }) => {
    const verb = { en: value.en, fr: value.fr }
    const done =
      value.mark === 'with'
        ? thingsAt(walk, end).map((to) => ({ end: to.end, value: { verb, to: to.value } }))
        : [{ end, value: { verb } }]
    return done.flatMap((one) =>
      tailsFrom(walk, one.end, 0).map((tails) => ({
        end: tails.end,
        value: { ...one.value, tails: tails.value },
      })),
    )
  })
  return alone.flatMap(({ end, value }): FoundAt<Doings>[] => {
    const joint = words[end]
    const next = words[end + 1] === 'to' ? end + 2 : end + 1
    const more =
      joint === 'or' || joint === 'and'
        ? doingsAt(walk, next).filter(
            (rest) => rest.value.joint === undefined || rest.value.joint === joint,
          )
        : []
    const row = more.map((rest) => ({
      end: rest.end,
      value: {
        doings: [value, ...rest.value.doings],
        joint: joint === 'or' ? 'or' : 'and',
      } as const,
    }))
    return [...row, { end, value: { doings: [value], joint: undefined } }]
  })
}

const people = formsOf(
  'patient|patients|subject|subjects|participant|participants|individuals|the patient|the subject|the participant|patients who are|subjects who are|participants who are|patients must be|subjects must be|participants must be|participant must be|subject must be|patient must be|patient is|subject is|participant is|must be|is|are|be|who are|patient must|subject must|participant must|patients must|subjects must|participants must|must|physically|patients who|subjects who|participants who|has the|have the|parent or guardian|parents|parents or guardians|parent guardian|patient has the|subjects should be|patients should be|volunteers|any',
)
const leads: readonly (readonly [ReturnType<typeof formsOf>, AskedHow, boolean])[] = [
  [
    formsOf(
      'willing and able to|able and willing to|willing and capable to|ability and willingness to|willingness and ability to|willing to and able to|able to and willing to|willing or able to|able or willing to',
    ),
    'both',
    false,
  ],
  [
    formsOf(
      'unable or unwilling to|unwilling or unable to|inability or unwillingness to|unwillingness or inability to|not able or willing to|not willing or able to|cannot or will not|not willing and able to|unable and or unwilling to',
    ),
    'both',
    true,
  ],
  [
    formsOf(
      'able to|ability to|capable of|physically able to|capability to|capacity to|can|the ability to|being able to|able to independently|able to safely|ability to safely',
    ),
    'can',
    false,
  ],
  [
    formsOf(
      'unable to|inability to|cannot|not able to|incapable of|incapacity to|not capable of|physically unable to|can not|lack of ability to|inability to safely|unable to safely|who cannot|who are unable to|not being able to|the inability to',
    ),
    'can',
    true,
  ],
  [
    formsOf(
      'willing to|agree to|agrees to|willingness to|consent to|consents to|accept to|agreement to|agreeing to|be willing to|prepared to|must agree to|intend to',
    ),
    'would',
    false,
  ],
  [
    formsOf(
      'unwilling to|unwillingness to|not willing to|refusal to|refuse to|refuses to|refusing to|declines to|decline to|do not agree to|does not agree to|who refuse to|who are unwilling to|who do not agree to',
    ),
    'would',
    true,
  ],
]
