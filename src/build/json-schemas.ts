import * as z from 'zod'
import { responseFileSchema } from '../core/files/response-file.ts'
import { publishedSchema, questionnaireSchema, textsSchema } from '../core/questionnaire/schema.ts'

/** The JSON Schemas for completion and checks in editors, by file name. */
export function jsonSchemas(): Record<string, string> {
  const write = (schema: z.ZodType) => `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`
  return {
    'questionnaire.schema.json': write(questionnaireSchema),
    'texts.schema.json': write(textsSchema),
    'published.schema.json': write(publishedSchema),
    'response.schema.json': write(responseFileSchema),
  }
}
