// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/TextDecoder.h"

#include <algorithm>
#include <array>
#include <memory>

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "core/base/Text.h"

namespace weavemap::exchange {

namespace {

constexpr std::size_t kProbe = 8192;

struct Mark
{
    std::string_view bytes;
    const char* encoding;
};

using namespace std::string_view_literals;

// UTF-32LE begins with UTF-16LE's mark and so comes first.
constexpr std::array<Mark, 5> kMarks{{
    {"\xEF\xBB\xBF"sv, "UTF-8"},
    {"\xFF\xFE\0\0"sv, "UTF-32LE"},
    {"\0\0\xFE\xFF"sv, "UTF-32BE"},
    {"\xFF\xFE"sv, "UTF-16LE"},
    {"\xFE\xFF"sv, "UTF-16BE"},
}};

constexpr std::array kMagic{
    "\x89PNG\r\n\x1A\n"sv,
    "\xFF\xD8\xFF"sv,
    "GIF87a"sv,
    "GIF89a"sv,
    "%PDF-"sv,
    "PK\x03\x04"sv,
    "PK\x05\x06"sv,
    "\x1F\x8B"sv,
    "BZh9"sv,
    "7z\xBC\xAF"sv,
    "\xFD"
    "7zXZ"sv,
    "SQLite format 3\0"sv,
    "\xD0\xCF\x11\xE0"sv,
    "\x7F"
    "ELF"sv,
    "RIFF"sv,
    "OggS"sv,
};

struct ConverterCloser
{
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterCloser>;

struct DetectorCloser
{
    void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

/// Converts all bytes, strictly; false where a byte means nothing in the encoding.
bool convert(std::string_view bytes, UConverter* from, std::string& utf8)
{
    UErrorCode status = U_ZERO_ERROR;
    const Converter to(ucnv_open("UTF-8", &status));
    ucnv_setToUCallBack(from, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    if (U_FAILURE(status))
        return false;
    std::array<UChar, 4096> pivot{};
    UChar* pivotSource = pivot.data();
    UChar* pivotTarget = pivot.data();
    const char* source = bytes.data();
    const char* const sourceEnd = source + bytes.size();
    std::array<char, 32768> buffer{};
    utf8.clear();
    utf8.reserve(bytes.size() + bytes.size() / 8);
    bool isFirst = true;
    do {
        status = U_ZERO_ERROR;
        char* target = buffer.data();
        ucnv_convertEx(to.get(), from, &target, buffer.data() + buffer.size(), &source, sourceEnd, pivot.data(),
                       &pivotSource, &pivotTarget, pivot.data() + pivot.size(), isFirst, true, &status);
        utf8.append(buffer.data(), target);
        isFirst = false;
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    return U_SUCCESS(status);
}

/// Converts from an encoding by name; an error with `path` where that cannot be.
Result<DecodedText> decodeAs(std::string_view bytes, const std::string& encoding, bool isSure, const std::string& path)
{
    UErrorCode status = U_ZERO_ERROR;
    const Converter from(ucnv_open(encoding.c_str(), &status));
    if (U_FAILURE(status))
        return fail(ErrorCode::unknownEncoding, {encoding});
    DecodedText result;
    result.encoding = encoding;
    result.sure = isSure;
    if (!convert(bytes, from.get(), result.text))
        return fail(ErrorCode::badEncoding, {path, encoding});
    if (result.text.find('\0') != std::string::npos)
        return fail(ErrorCode::notText, {path});
    return result;
}

/// UTF-16 without a mark: ASCII characters (delimiters at least) leave zero bytes on one side only.
const char* unmarkedUtf16(std::string_view bytes)
{
    const std::string_view probe = bytes.substr(0, kProbe);
    std::size_t even = 0, odd = 0;
    for (std::size_t i = 0; i < probe.size(); ++i)
        if (probe[i] == '\0')
            ++(i % 2 == 0 ? even : odd);
    const std::size_t few = 1 + probe.size() / 16;
    if (bytes.size() % 2 != 0 || even + odd == 0)
        return nullptr;
    if (odd > few && even * 20 < odd)
        return "UTF-16LE";
    if (even > few && odd * 20 < even)
        return "UTF-16BE";
    return nullptr;
}

bool endsLinesWithCrAlone(std::string_view bytes)
{
    return bytes.find('\n') == std::string_view::npos && bytes.find('\r') != std::string_view::npos;
}

bool hasMagic(std::string_view bytes)
{
    return std::any_of(kMagic.begin(), kMagic.end(), [=](std::string_view magic) { return bytes.starts_with(magic); });
}

/// Latin text has an accent here and there; other scripts are made of high bytes.
bool isMostlyAscii(std::string_view bytes)
{
    const std::string_view probe = bytes.substr(0, kProbe * 8);
    std::size_t letters = 0, high = 0;
    for (const char c : probe) {
        const auto byte = static_cast<unsigned char>(c);
        high += byte >= 0x80 ? 1 : 0;
        letters += (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z' ? 1 : 0;
    }
    return high * 2 < letters;
}

/// The best guess for bytes that are no UTF-8.
std::string guessEncoding(std::string_view bytes)
{
    if (endsLinesWithCrAlone(bytes))
        return "macintosh";
    if (isMostlyAscii(bytes))
        return "windows-1252";
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, DetectorCloser> detector(ucsdet_open(&status));
    const std::string_view probe = bytes.substr(0, std::size_t{1} << 20);
    ucsdet_setText(detector.get(), probe.data(), static_cast<std::int32_t>(probe.size()), &status);
    const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
    if (U_FAILURE(status) || match == nullptr)
        return "windows-1252";
    const std::string name = ucsdet_getName(match, &status);
    // Statistics over short lists of names favour odd encodings; only scripts that are clearly not Latin are believed.
    static constexpr std::array kBelieved{"Shift_JIS"sv,    "EUC-JP"sv,     "EUC-KR"sv,       "GB18030"sv,
                                          "Big5"sv,         "KOI8-R"sv,     "windows-1251"sv, "ISO-8859-5"sv,
                                          "windows-1256"sv, "ISO-8859-7"sv, "ISO-8859-8"sv,   "windows-1253"sv,
                                          "windows-1255"sv};
    const bool isBelieved = std::find(kBelieved.begin(), kBelieved.end(), name) != kBelieved.end();
    return U_SUCCESS(status) && isBelieved ? name : "windows-1252";
}

} // namespace

bool looksBinary(std::string_view bytes)
{
    if (hasMagic(bytes))
        return true;
    const std::string_view probe = bytes.substr(0, kProbe);
    const auto controls = std::count_if(probe.begin(), probe.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && (byte < 0x07 || byte > 0x0D) && byte != 0x1A && byte != 0x1B;
    });
    return static_cast<std::size_t>(controls) * 100 > probe.size();
}

Result<DecodedText> decodeText(std::string bytes, std::string_view encoding, const std::string& path)
{
    if (bytes.empty())
        return fail(ErrorCode::fileEmpty, {path});
    std::size_t markLength = 0;
    std::string marked;
    for (const Mark& mark : kMarks) {
        if (markLength == 0 && bytes.starts_with(mark.bytes)) {
            markLength = mark.bytes.size();
            marked = mark.encoding;
        }
    }
    const std::string_view body = std::string_view(bytes).substr(markLength);
    if (!encoding.empty() && encoding != "UTF-8")
        return decodeAs(std::string(encoding) == marked ? body : std::string_view(bytes), std::string(encoding), true,
                        path);
    if (encoding.empty() && !marked.empty() && marked != "UTF-8")
        return decodeAs(body, marked, true, path);
    if (encoding.empty() && marked.empty() && !hasMagic(bytes)) {
        if (const char* utf16 = unmarkedUtf16(bytes))
            return decodeAs(bytes, utf16, true, path);
    }
    if (looksBinary(body) || body.find('\0') != std::string_view::npos)
        return fail(ErrorCode::notText, {path});
    if (isValidUtf8(body)) {
        bytes.erase(0, markLength);
        return DecodedText{std::move(bytes), "UTF-8", true};
    }
    if (!encoding.empty() || !marked.empty())
        return fail(ErrorCode::badEncoding, {path, "UTF-8"});
    return decodeAs(bytes, guessEncoding(bytes), false, path);
}

} // namespace weavemap::exchange
