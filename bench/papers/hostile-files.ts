import type { Rng } from '@balai/engine/core'
import { activePdfs } from './hostile-active.ts'
import { bombs } from './hostile-bombs.ts'
import { brokenJpeg, brokenPdf } from './hostile-broken.ts'
import type { HostileFile } from './hostile-file.ts'
import { insertSegment, joined, jpegSample, latin, pdfOf, pdfParts, pdfSample, pngSample } from './paper-samples.ts'

const mutations = 500

/** Every hostile file, made of the seed: other types, two types in one, what explodes, what acts, and 500 papers that were really broken. */
export function* hostileFiles(rng: Rng): Generator<HostileFile> {
  yield* otherTypes()
  yield* twoInOne(rng)
  yield* bombs()
  yield* activePdfs()
  for (let i = 0; i < mutations; i++) {
    const { how, bytes } = i % 2 === 0 ? brokenJpeg(rng) : brokenPdf(rng)
    yield { name: `broken ${i}: ${how}`, bytes }
  }
}

/** First bytes as they are in the world, with something after them. */
const beginnings: Readonly<Record<string, string>> = {
  text: 'KTP saya, tolong diproses.',
  html: '<!doctype html><script>fetch("/api/session",{method:"DELETE"})</script>',
  svg: '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(document.cookie)"><script>alert(1)</script></svg>',
  xml: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
  zip: 'PK\x03\x04\x14\0\0\0\x08\0',
  rar: 'Rar!\x1a\x07\x01\0',
  '7z': "7z\xbc\xaf'\x1c\0\x04",
  gzip: '\x1f\x8b\x08\0',
  exe: 'MZ\x90\0\x03\0\0\0This program cannot be run in DOS mode.',
  elf: '\x7fELF\x02\x01\x01\0',
  script: '#!/bin/sh\nrm -rf "$HOME"\n',
  php: '<?php system($_GET["c"]); ?>',
  gif: 'GIF89a\x01\0\x01\0\x80\0\0',
  gifJavaScript: 'GIF89a/*\0\0*/=1;alert(document.domain)//',
  bmp: 'BM\x46\0\0\0\0\0\0\0\x36\0\0\0',
  tiff: 'II*\0\x08\0\0\0',
  webp: 'RIFF\x24\0\0\0WEBPVP8 ',
  heic: '\0\0\0\x18ftypheic\0\0\0\0',
  avif: '\0\0\0\x1cftypavif\0\0\0\0',
  mp4: '\0\0\0\x18ftypmp42\0\0\0\0',
  wasm: '\0asm\x01\0\0\0',
  java: '\xca\xfe\xba\xbe\0\0\0\x34',
  postscript: '%!PS-Adobe-3.0\n(/etc/passwd) (r) file\n',
  rtf: '{\\rtf1{\\object\\objocx}}',
  msOffice: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  mail: 'MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<script>',
  csv: "=cmd|' /C calc'!A0,1\n",
  json: '{"__proto__":{"isAdmin":true}}',
  jpeg2000: '\0\0\0\x0cjP  \r\n\x87\n',
  icon: '\0\0\x01\0\x01\0\x10\x10\0\0',
  psd: '8BPS\0\x01',
  flash: 'FWS\x0a',
  sqlite: 'SQLite format 3\0',
  lnk: 'L\0\0\0\x01\x14\x02\0',
  torn: '\xff',
  almostJpeg: '\xff\xd8\xfe\xff\xe0',
  almostPng: '\x89PNG\n\x1a\n\0',
  almostPdf: '%pdf-1.7\n',
  latePdf: 'a\n%PDF-1.7\n',
}

function* otherTypes(): Generator<HostileFile> {
  yield { name: 'nothing', bytes: new Uint8Array(0) }
  for (const [name, text] of Object.entries(beginnings)) {
    yield { name, bytes: latin(text) }
    yield { name: `${name}, longer`, bytes: joined(latin(text), new Uint8Array(5000)) }
  }
}

function* twoInOne(rng: Rng): Generator<HostileFile> {
  const archive = joined(latin('PK\x03\x04\x14\0payload'), new Uint8Array(200), latin('PK\x05\x06'), new Uint8Array(18))
  for (let i = 0; i < 8; i++) {
    const seed = Math.floor(rng() * 1e6)
    const papers = { jpeg: jpegSample({ seed }), png: pngSample({ seed }), pdf: pdfSample({ seed, pages: 1 + (i % 3) }) }
    for (const [name, paper] of Object.entries(papers)) {
      yield { name: `${name} and an archive`, bytes: joined(paper, archive) }
      yield { name: `${name} and a page`, bytes: joined(paper, latin(beginnings.html)) }
      yield { name: `${name} and another`, bytes: joined(paper, papers.jpeg) }
      yield { name: `${name} and one byte`, bytes: joined(paper, [Math.floor(rng() * 9) + 65]) }
      yield { name: `${name} after a byte`, bytes: joined([10], paper) }
    }
    for (const hidden of ['html', 'svg', 'php', 'script'] as const) {
      yield { name: `jpeg with ${hidden} in its comment`, bytes: insertSegment(papers.jpeg, 0xfe, latin(beginnings[hidden])) }
      yield {
        name: `pdf with ${hidden} in its comment`,
        bytes: pdfOf(pdfParts({ seed }), { head: `%PDF-1.7\n%${beginnings[hidden].replaceAll('\n', ' ').slice(0, 100)}\n` }),
      }
    }
    yield { name: 'jpeg with a PDF in its comment', bytes: insertSegment(papers.jpeg, 0xfe, papers.pdf.subarray(0, 60_000)) }
    yield { name: 'pdf with an archive in comments', bytes: pdfOf(pdfParts(), { head: `%PDF-1.7\n%PK\x05\x06${'\0'.repeat(18)}\n` }) }
  }
}
