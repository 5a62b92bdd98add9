import type { FunctionComponent, HTMLAttributes, ReactNode } from 'react'
import type { LeadershipDiagnostic as Tag } from './embed.js'
import type { Given, Listeners } from './wrapper.js'

export type LeadershipDiagnosticProps = Given &
  Listeners &
  Omit<HTMLAttributes<Tag>, keyof Given | keyof Listeners | 'children'> & { children?: ReactNode }

/** The diagnostic as a component of React 18 and later, on a server too. */
export declare const LeadershipDiagnostic: FunctionComponent<LeadershipDiagnosticProps>
