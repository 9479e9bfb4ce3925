import type { ArmGroup, ProtocolSection } from '../registry/study.ts'
import { isInert } from './tested-treatments.ts'
import { isControl } from './treatment-names.ts'

/** What a record says of a placebo: how many groups surely get one, that one is given, that some text speaks of one, or nothing. */
export type PlaceboTold =
  | { readonly kind: 'groups'; readonly groups: number }
  | { readonly kind: 'given' | 'somewhere' | 'none' }

/**
 * Rule `placebo-told@1`: from the kinds of the groups, or from what is given; that none is told of only where no text on what the study
 * does names one: old records list no groups. Places and rules of who may join say nothing of it.
 */
export function placeboTold(protocol: ProtocolSection): PlaceboTold {
  const { armGroups = [], interventions = [] } = protocol.armsInterventionsModule ?? {}
  const inert = armGroups.filter(({ type }) => isInert(type))
  if (inert.length > 0 && inert.every(isSurelyInert))
    return { kind: 'groups', groups: inert.length }
  if (inert.length === 0 && namesPlacebo([armGroups, interventions])) return { kind: 'given' }
  const { identificationModule, descriptionModule, designModule } = protocol
  const told = [identificationModule, descriptionModule, designModule, armGroups, interventions]
  return { kind: inert.length > 0 || namesPlacebo(told) ? 'somewhere' : 'none' }
}

/**
 * Records call usual care "placebo" too: a group is one of placebo where its own words, or something that it gets, say so;
 * where nothing else is told, its kind is believed.
 */
function isSurelyInert({ label, description, interventionNames = [] }: ArmGroup): boolean {
  if (namesPlacebo([label, description])) return true
  return interventionNames.length === 0 || interventionNames.some((name) => isControl(name))
}

function namesPlacebo(parts: unknown): boolean {
  return /placebo|\bsham\b|\bdummy\b|double[- ]?blind/i.test(JSON.stringify(parts))
}
