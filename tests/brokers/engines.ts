import { embedded } from './embedded.ts'
import type { Engine } from './engine.ts'

export const engines: readonly Engine[] = [embedded]
