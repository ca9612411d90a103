/** A field for sentences. */
export function TextArea(props: { label: string; hint?: string; value: string; rows?: number; onInput: (value: string) => void }) {
  return (
    <label class="field">
      <span class="field-label">{props.label}</span>
      {props.hint !== undefined && <span class="small soft">{props.hint}</span>}
      <textarea
        class="input words"
        rows={props.rows ?? 3}
        maxLength={2000}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </label>
  )
}
