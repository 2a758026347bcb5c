"""What is refused about electronic seals and their certificates."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "seal.not_installed": "这台电脑没有装电子签章的部件：用本程序的 Python 执行 pip install pyhanko，再重试",
    "seal.no_certificate": "还没有选电子签章证书：在“设置 → 本单位”选",
    "seal.file_missing": "选择证书文件（.p12 或 .pfx）",
    "seal.file_unreadable": "证书文件 {name} 读不出来：{reason}",
    "seal.not_pkcs12": "这个文件不是证书文件；选带私钥的 .p12 或 .pfx 文件",
    "seal.unprotected": "这个证书文件没有密码，谁拿到都能盖章；请签发机构或制作人设上密码",
    "seal.password_missing": "填写证书文件的密码",
    "seal.wrong_password": "密码不对，或文件已损坏",
    "seal.no_key": "文件里没有私钥，盖不了章；请签发机构给带私钥的 .p12 或 .pfx 文件",
    "seal.unknown_key": "这种证书（如国密 SM2）本程序还用不了；请签发机构给 RSA 或 ECDSA 证书",
    "seal.expired": "证书已于 {day} 到期，请换新证书",
    "seal.not_yet_valid": "证书自 {day} 起才有效",
    "seal.not_for_signing": "证书的用途不含数字签名，不能用来盖章",
    "seal.other_certificate": "这不是本单位在设置里选定的证书（{subject}）",
    "seal.not_this_kind": "《{title}》不用电子签章：只有协议书和单位出的函、通知可以",
    "seal.void_paper": "《{title}》已作废，不能盖章",
    "seal.not_stored": "《{title}》还没有存成文件；重新打开程序即补画",
    "seal.status_by_hand": "涉及婚姻、收养、监护、继承等人身关系，不适用电子签名，请在纸上盖章（{article}）",
    "seal.utility_by_hand": "涉及停止供水、供热、供气等公用事业服务，不适用电子签名，请在纸上办（{article}）",
    "seal.not_effective": "{number} 还没有签齐生效，签齐后再加盖电子签章",
    "seal.not_agreed": "先由各方约定使用电子签章，写明何时、怎样约定（{article}）",
    "seal.other_body": "这份协议由 {holder} 盖章，不盖本单位的电子签章",
    "seal.withdrawn_already": "这份签章副本已撤回",
    "seal.reason_missing": "写明撤回的原因",
    "seal_certificate.not_found": "没有找到这个证书的记录，请刷新",
    "sealed_copy.not_found": "没有找到这份签章副本，请刷新",
}
