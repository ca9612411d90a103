/** The kiosk before anything could be loaded. Both languages, written here because the file with the sentences is what may not have come. */
export function Connecting() {
  return (
    <main class="kiosk-alone theme-kutai">
      <span class="spinner" aria-hidden="true" />
      <h1>Menyambungkan kios …</h1>
      <p role="status">Kios mencoba lagi dengan sendirinya. Sementara itu, nomor dapat diminta di meja penerima tamu.</p>
      <p lang="en">The kiosk keeps trying by itself. Meanwhile the reception desk gives numbers.</p>
    </main>
  )
}
