package fixconstants

const elsewhere = "too_many_request"
