import { find, findAll, textAt, textsAt, type Element } from './element.ts'
import { markdownAt } from './markdown.ts'
import { groupId, groups } from './result-groups.ts'
import { code, compact, compactAll, type Fields } from './values.ts'

/** Who took part, measured at the start. */
export function baseline(element: Element | undefined): Fields | undefined {
  return compact({
    populationDescription: markdownAt(element, 'population'),
    groups: groups(element),
    denoms: denoms(element),
    measures: compactAll(findAll(element, 'measure_list/measure'), (measure) =>
      compact({
        title: textAt(measure, 'title'),
        description: markdownAt(measure, 'description'),
        populationDescription: markdownAt(measure, 'population'),
        ...measured(measure),
        dispersionType: code(textAt(measure, 'dispersion')),
      }),
    ),
  })
}

/** What was found for each outcome. */
export function outcomeMeasures(results: Element): Fields | undefined {
  return compact({
    outcomeMeasures: compactAll(findAll(results, 'outcome_list/outcome'), outcomeMeasure),
  })
}

function outcomeMeasure(outcome: Element): Fields | undefined {
  // Until 2016 a list stood here: how many took part, then the measure itself.
  const measure = find(outcome, 'measure') ?? findAll(outcome, 'measure_list/measure').at(-1)
  return compact({
    type: code(textAt(outcome, 'type')),
    title: textAt(outcome, 'title'),
    description: markdownAt(outcome, 'description'),
    populationDescription: markdownAt(outcome, 'population'),
    reportingStatus: measure && find(measure, 'units') ? 'POSTED' : 'NOT_POSTED',
    timeFrame: textAt(outcome, 'time_frame'),
    typeUnitsAnalyzed: textAt(measure, 'units_analyzed'),
    groups: groups(outcome),
    denoms: denoms(measure),
    ...measured(measure),
    analyses: compactAll(findAll(outcome, 'analysis_list/analysis'), analysis),
  })
}

function measured(measure: Element | undefined): Fields {
  return {
    paramType: code(textAt(measure, 'param')),
    dispersionType: textAt(measure, 'dispersion'),
    unitOfMeasure: textAt(measure, 'units'),
    classes: classes(measure),
  }
}

/** Before 2016 categories stood without a class. */
function classes(measure: Element | undefined): Fields[] {
  const categories = categoriesOf(measure)
  if (categories.length > 0) return [{ categories }]
  return compactAll(findAll(measure, 'class_list/class'), (one) =>
    compact({ title: textAt(one, 'title'), denoms: denoms(one), categories: categoriesOf(one) }),
  )
}

function categoriesOf(element: Element | undefined): Fields[] {
  return compactAll(findAll(element, 'category_list/category'), (category) =>
    compact({
      title: textAt(category, 'title') ?? textAt(category, 'sub_title'),
      measurements: compactAll(findAll(category, 'measurement_list/measurement'), measurement),
    }),
  )
}

function measurement(element: Element): Fields | undefined {
  const { attributes } = element
  return compact({
    groupId: groupId(attributes['group_id']),
    value: attributes['value'],
    spread: attributes['spread'],
    lowerLimit: attributes['lower_limit'],
    upperLimit: attributes['upper_limit'],
    comment: element.text.trim() || undefined,
  })
}

function denoms(element: Element | undefined): Fields[] {
  return compactAll(findAll(element, 'analyzed_list/analyzed'), (analyzed) =>
    compact({
      units: textAt(analyzed, 'units'),
      counts: compactAll(findAll(analyzed, 'count_list/count'), ({ attributes }) =>
        compact({ groupId: groupId(attributes['group_id']), value: attributes['value'] }),
      ),
    }),
  )
}

function analysis(element: Element): Fields | undefined {
  return compact({
    groupIds: textsAt(element, 'group_id_list/group_id').map(groupId),
    groupDescription: textAt(element, 'groups_desc'),
    nonInferiorityType: code(textAt(element, 'non_inferiority_type')),
    nonInferiorityComment: textAt(element, 'non_inferiority_desc'),
    pValue: textAt(element, 'p_value'),
    pValueComment: textAt(element, 'p_value_desc'),
    statisticalMethod: textAt(element, 'method'),
    statisticalComment: textAt(element, 'method_desc'),
    paramType: textAt(element, 'param_type'),
    paramValue: textAt(element, 'param_value'),
    dispersionType: code(textAt(element, 'dispersion_type')),
    dispersionValue: textAt(element, 'dispersion_value'),
    ciPctValue: textAt(element, 'ci_percent'),
    ciNumSides: sides(textAt(element, 'ci_n_sides')),
    ciLowerLimit: textAt(element, 'ci_lower_limit'),
    ciUpperLimit: textAt(element, 'ci_upper_limit'),
    ciUpperLimitComment: textAt(element, 'ci_upper_limit_na_comment'),
    estimateComment: textAt(element, 'estimate_desc'),
    otherAnalysisDescription: textAt(element, 'other_analysis_desc'),
  })
}

/** "2-Sided" is TWO_SIDED. */
function sides(words: string | undefined): string | undefined {
  return code(words)?.replace(/^1/, 'ONE').replace(/^2/, 'TWO')
}
