import type { ArmGroup, Intervention, Study } from '../../../finder/registry/study.ts'
import { markdownText, plainLine, spokenWord } from './texts.ts'

/** An arm of a study with its own id inside the resource. */
export interface StudyArm {
  readonly id: string
  readonly name: string
  readonly arm: ArmGroup
}

/** The arms that have a name, in the record's order. */
export function armsOf({ protocolSection }: Study): readonly StudyArm[] {
  const arms = protocolSection.armsInterventionsModule?.armGroups ?? []
  return arms.flatMap((arm, at) => {
    const name = plainLine(arm.label)
    return name === undefined ? [] : [{ id: `arm-${at + 1}`, name, arm }]
  })
}

/** What is given or done in one arm, as a plan inside the study. */
export interface ArmPlan {
  readonly resourceType: 'PlanDefinition'
  readonly id: string
  readonly title: string
  readonly subtitle?: string
  readonly type?: { readonly text: string }
  readonly status: 'unknown'
  /** Exactly the name of the arm: apps find the arm by it. */
  readonly subjectCodeableConcept: { readonly text: string }
  readonly description?: string
}

/** A plan for each arm and each treatment in it; an arm in which nothing is given has none. */
export function armPlans(study: Study): readonly ArmPlan[] {
  const interventions = study.protocolSection.armsInterventionsModule?.interventions ?? []
  const titled = interventions.map((intervention) => plainLine(intervention.name))
  const [byArm, byName] = [placesBy(interventions, labelsOf), placesBy(interventions, listedAs)]
  return armsOf(study).flatMap((arm) => {
    const given = new Set(byArm.get(arm.arm.label ?? ''))
    for (const name of arm.arm.interventionNames ?? [])
      for (const at of byName.get(name) ?? []) given.add(at)
    return [...given]
      .toSorted((one, other) => one - other)
      .flatMap((at) => {
        const [intervention, title] = [interventions[at], titled[at]]
        if (intervention === undefined || title === undefined) return []
        return [planOf(intervention, { id: `plan-${at + 1}-${arm.id}`, title, name: arm.name })]
      })
  })
}

/** Where in a list what is known by which names stands: looking each up for each arm would take its time. */
function placesBy(
  interventions: readonly Intervention[],
  namesOf: (intervention: Intervention) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (const [at, intervention] of interventions.entries())
    for (const name of new Set(namesOf(intervention))) {
      const known = places.get(name)
      if (known) known.push(at)
      else places.set(name, [at])
    }
  return places
}

function labelsOf({ armGroupLabels = [] }: Intervention): readonly string[] {
  return armGroupLabels
}

/** As an arm names what is given in it. */
function listedAs({ type, name }: Intervention): readonly string[] {
  return [`${spokenWord(type) ?? ''}: ${name ?? ''}`]
}

function planOf(
  { type, otherNames = [], description }: Intervention,
  { id, title, name }: { readonly id: string; readonly title: string; readonly name: string },
): ArmPlan {
  const kind = spokenWord(type)
  const others = otherNames.flatMap((other) => plainLine(other) ?? []).join(', ')
  const said = markdownText(description)
  return {
    resourceType: 'PlanDefinition',
    id,
    title,
    ...(others !== '' && { subtitle: others }),
    ...(kind !== undefined && { type: { text: kind } }),
    status: 'unknown',
    subjectCodeableConcept: { text: name },
    ...(said !== undefined && { description: said }),
  }
}
