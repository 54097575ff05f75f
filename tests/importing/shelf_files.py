"""Files as Shelf writes them and takes them in, made up for the tests."""

from __future__ import annotations

READY = (
    "id,title,description,category,kit,tags,location,custodian,bookable,valuation,assetModel,type,quantity,minQuantity,"
    "unitOfMeasure,consumptionType,barcode_Code128,barcode_EAN13,"
    '"cf: Serial number,type:text","cf:brand, type:option","cf:purchase date, type:date","cf:warranty cost, type:AMOUNT",'
    '"cf:Rack, type:number","cf:Insured,type:BOOLEAN","cf:Price,type:boolean"\r\n'
    'cm1,Processor,Spare,"CPUs, old",Home PC,"High priority, small",Office / left,John,yes,1100.5,Fast 9,INDIVIDUAL,,,,,'
    '"AMD001,AMD002",9780201379624,WQE2,amd,2024-02-22,299.99,-40,Yes,No\r\n'
    "cm2,Pens,Black,Supplies,,small,Office / left,,no,2,,QUANTITY_TRACKED,500,50,boxes,ONE_WAY,,,,,,,,,\r\n"
    "cm3,Rack,,Uncategorized,,,Cellar,Thea,no,,,QUANTITY_TRACKED,8,0,,TWO_WAY,,,,,,,,,\r\n"
)
"""What is exported to be imported again, with the fields of its importer."""

LIST = (
    "Name,Asset ID,QR ID,Status,Description,Value,Total value,Available to book,Created at,Category,Tags,Location,Kit,"
    "Custody,Quantity,Min quantity,Tracking method,EAN-13,Rack\n"
    'Processor,SAM-0001,qr1,AVAILABLE,Spare,"$1,100.50","$1,100.50",Yes,1/2/2024,Uncategorized,"small, old",Office,,,,,'
    "Individual,9780201379624,7\n"
    'Pens,SAM-0002,qr2,AVAILABLE,,$2.00,"$1,000.00",No,1/2/2024,Supplies,,Office,,,500 boxes,50,Tracked by quantity,,\n'
)
"""The list that people look at."""
