/** A node of the tree that oxc-parser makes of TypeScript (ESTree). */
export interface Code {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [name: string]: unknown
}

/** A piece of the source and what it becomes. */
export interface Mutation {
  readonly start: number
  readonly end: number
  readonly now: string
}

/** Comparisons become the one with the other boundary, and the contrary; arithmetic becomes its contrary. */
const binary: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '**': ['*'],
  '&&': ['||'],
  '||': ['&&'],
  '+=': ['-='],
  '-=': ['+='],
  '*=': ['/='],
  '/=': ['*='],
}

/** Functions that become another: `Math.min`, `.some()`. */
const swapped: Readonly<Record<string, string>> = {
  min: 'max',
  max: 'min',
  floor: 'ceil',
  ceil: 'floor',
  some: 'every',
  every: 'some',
}

/** The changes of one node, not of those within it. */
export function mutationsOf(code: Code, source: string): readonly Mutation[] {
  switch (code.type) {
    case 'BinaryExpression':
    case 'AssignmentExpression':
      return operatorsOf(code, source)
    case 'LogicalExpression':
      return code['operator'] === '??' ? defaultsOf(code, source) : operatorsOf(code, source)
    case 'UnaryExpression':
      return ['!', '-'].includes(String(code['operator']))
        ? [become(code, textOf(code['argument'], source))]
        : []
    case 'UpdateExpression':
      return updatesOf(code, source)
    case 'Literal':
      return literalsOf(code)
    case 'IfStatement':
    case 'ConditionalExpression':
      return conditionsOf(code)
    case 'ReturnStatement':
      return isValue(code['argument']) ? [become(code, 'return')] : []
    case 'ArrowFunctionExpression':
      return code['expression'] === true && isValue(code['body'])
        ? [become(code['body'], 'undefined')]
        : []
    case 'ExpressionStatement':
      return isNode(code['expression']) && code['expression'].type === 'CallExpression'
        ? [become(code, ';')]
        : []
    case 'ContinueStatement':
      return [become(code, ';')]
    case 'MemberExpression':
      return namesOf(code)
    default:
      return []
  }
}

/** The nodes within a node, but types: they are erased. */
export function childrenOf(code: Code): readonly Code[] {
  return Object.values(code)
    .flat()
    .filter(isNode)
    .filter(({ type }) => !type.startsWith('TS') || erasable.has(type))
}

/** Nodes of TypeScript that hold code. */
const erasable = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression'])

function operatorsOf(code: Code, source: string): Mutation[] {
  const { left, right } = code
  const operator = String(code['operator'])
  if (!isNode(left) || !isNode(right)) return []
  if (operator.startsWith('+') && [left, right].some(isText)) return []
  const start = source.indexOf(operator, left.end)
  return (binary[operator] ?? []).map((now) => ({ start, end: start + operator.length, now }))
}

/**
 * The default alone; and what it stands in for alone. The latter not of a place in a list or a map: that default is there
 * because the compiler asks for it, and mostly no input reaches it.
 */
function defaultsOf(code: Code, source: string): Mutation[] {
  const { left, right } = code
  if (!isNode(left)) return []
  const isLookUp =
    (left.type === 'MemberExpression' && left['computed'] === true) ||
    (left.type === 'CallExpression' &&
      /\.(?:at|get|find|pop|shift)$/.test(textOf(left['callee'], source)))
  const always = become(code, `(${textOf(right, source)})`)
  return isLookUp ? [always] : [always, become(code, `(${textOf(left, source)})`)]
}

function updatesOf(code: Code, source: string): Mutation[] {
  const text = source.slice(code.start, code.end)
  const now = text.includes('++') ? text.replace('++', '--') : text.replace('--', '++')
  return [become(code, now)]
}

/** A number becomes the next; a fraction its double; true is false. */
function literalsOf(code: Code): Mutation[] {
  const { value } = code
  if (typeof value === 'boolean') return [become(code, String(!value))]
  if (typeof value !== 'number') return []
  return [become(code, String(Number.isInteger(value) ? value + 1 : value * 2))]
}

function conditionsOf({ test }: Code): Mutation[] {
  return isNode(test) ? [become(test, 'true'), become(test, 'false')] : []
}

function namesOf({ property, computed }: Code): Mutation[] {
  if (!isNode(property) || computed === true) return []
  const now = swapped[String(property['name'])]
  return now === undefined ? [] : [become(property, now)]
}

function become({ start, end }: Code, now: string): Mutation {
  return { start, end, now }
}

function textOf(code: unknown, source: string): string {
  return isNode(code) ? source.slice(code.start, code.end) : ''
}

function isText(code: Code): boolean {
  if (code.type === 'BinaryExpression')
    return [code['left'], code['right']].some((one) => isNode(one) && isText(one))
  return (
    code.type === 'TemplateLiteral' ||
    (code.type === 'Literal' && typeof code['value'] === 'string')
  )
}

/** Anything but `undefined`, which is what is returned anyway. */
function isValue(code: unknown): code is Code {
  return isNode(code) && code['name'] !== 'undefined'
}

function isNode(value: unknown): value is Code {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}
