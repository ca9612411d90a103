/**
 * Everyday words that official names do not use, and the words to look for instead. Data for `searchServices`: one line a word, normalised
 * (small letters, no accents). A word that has no line is looked for as it is.
 */
export const everydayWords: Readonly<Record<string, readonly string[]>> = {
  // Population
  akte: ['akta'], anak: ['kelahiran', 'kia'], bayi: ['bayi', 'kelahiran'], lahiran: ['kelahiran'], lahir: ['kelahiran'], ektp: ['ktp'], kartu: ['ktp', 'kk'],
  kematian: ['kematian', 'meninggal'], meninggal: ['kematian', 'meninggal'], mati: ['kematian'], wafat: ['kematian', 'meninggal'],
  pindahan: ['pindah'], kk: ['keluarga'], id: ['identity'], death: ['death'], baby: ['birth', 'newborn'],
  // Marriage and court
  kawin: ['nikah', 'perkawinan'], menikah: ['nikah'], pernikahan: ['nikah'], kua: ['nikah'], cerai: ['perceraian', 'cerai'], talak: ['talak', 'cerai'],
  wedding: ['marriage'], married: ['marriage'], marry: ['marriage'], warisan: ['waris'], pengacara: ['hukum'], lawyer: ['legal'],
  // Police, vehicles, travel
  motor: ['kendaraan', 'sim', 'stnk'], mobil: ['kendaraan', 'sim', 'stnk'], plat: ['pelat'], kelakuan: ['skck'], polisi: ['kepolisian', 'polres'],
  kehilangan: ['kehilangan', 'hilang'], pasport: ['paspor'], passpor: ['paspor'], car: ['vehicle', 'car'], motorbike: ['motorcycle', 'vehicle'],
  bike: ['motorcycle', 'vehicle'], license: ['licence'], lost: ['lost', 'loss'], travel: ['passport'], luar: ['luar', 'paspor'],
  // Health
  asuransi: ['jkn', 'bpjs'], bpjs: ['bpjs', 'jkn'], kis: ['kis', 'jkn', 'pbi'], berobat: ['rawat', 'konsultasi'], sakit: ['rawat', 'kesehatan'], dokter: ['dokter', 'rawat'],
  insurance: ['insurance', 'bpjs'], doctor: ['doctor', 'health'], obat: ['obat', 'produk'],
  // Business
  izin: ['izin', 'perizinan', 'nib'], ijin: ['izin', 'perizinan', 'nib'], siup: ['nib'], umkm: ['mikro', 'kecil'], warung: ['mikro', 'nib'], toko: ['mikro', 'nib'],
  imb: ['pbg', 'bangunan'], rumah: ['bangunan', 'pbb'], permit: ['permit', 'licence'], shop: ['business'],
  // Tax
  pajak: ['pajak', 'npwp', 'spt', 'pkb'], samsat: ['samsat', 'kendaraan'], lapor: ['lapor', 'spt', 'pengaduan'], tax: ['tax'],
  // Social and work
  bantuan: ['bantuan', 'bansos'], bansos: ['bantuan'], difabel: ['disabilitas'], cacat: ['disabilitas'], kuning: ['kuning', 'ak'],
  loker: ['kerja', 'lowongan'], phk: ['kehilangan', 'perselisihan'], jamsostek: ['jamsostek', 'jht'], job: ['job'], unemployed: ['job', 'loss'],
  // Utilities
  listrik: ['listrik'], lampu: ['listrik'], token: ['listrik'], air: ['air'], pam: ['pdam', 'air'], power: ['power', 'electricity'], water: ['water'],
}

/** Words of a sentence that say nothing about the matter: "mau urus apa", "saya ingin membuat", "I want to get a". */
export const fillerWords: ReadonlySet<string> = new Set([
  'mau', 'urus', 'mengurus', 'apa', 'saya', 'aku', 'ingin', 'bikin', 'buat', 'membuat', 'cara', 'bagaimana', 'gimana', 'untuk', 'yang', 'dan', 'di', 'ke',
  'dari', 'tolong', 'minta', 'surat', 'perlu',
  'i', 'want', 'to', 'get', 'a', 'an', 'the', 'my', 'how', 'do', 'need', 'for', 'of', 'and', 'make', 'please',
])
